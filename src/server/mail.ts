import type { SendMailOptions } from 'nodemailer'
import { type College, listColleges } from '../engine/colleges.ts'
import type { Tx } from '../database/connection.ts'
import { defineJob, type JobContext } from '../engine/jobs/define-job.ts'
import { type DueMail, isMailDue, putBack, takeDueMail } from '../engine/notices/mail-queue.ts'
import { Refusal } from '../engine/refusal.ts'
import type { Settings } from './settings.ts'

const MOST_TRIES = 6
const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 30 * 60_000

/** One minute, two, four … half an hour. */
const waitAfter = (failures: number) => Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)

type MailSettings = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'publicUrl'>

/**
 * Mails the notices that wait to accounts whose person has an address; without SMTP_URL it does nothing. Runs after
 * the commit that made the notices and never inside a transaction, so that a slow mail server holds up nobody.
 * While the server cannot be reached the queue tries again, later each time.
 */
export function mailJob(settings: MailSettings, clock: () => Date = () => new Date()) {
  return defineJob({
    name: 'mail',
    label: { zh: '发送通知邮件', en: 'Mailing notices' },
    retries: 8,
    firstRetrySeconds: FIRST_WAIT_MS / 1000,
    run: (context: JobContext) => mailAll(context, settings, clock),
    tell: ({ sent }) => ({ zh: `发出 ${sent} 封邮件`, en: `${sent} mails sent` }),
  })
}

async function mailAll(
  { engine, college: collegeId, signal, progress, log }: JobContext,
  settings: MailSettings,
  clock: () => Date,
): Promise<{ sent: number }> {
  if (settings.smtpUrl === undefined) return { sent: 0 }
  const { createTransport } = await import('nodemailer')
  // No pool: it sends again what was on its way when a connection broke.
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => engine.database.inCollege(collegeId, work)
  const college = (await listColleges(engine)).find((one) => one.id === collegeId)!

  /** @returns the milliseconds after which to try again; null when it was sent, or will not be */
  async function deliver(mail: DueMail): Promise<number | null> {
    try {
      await transport.sendMail(messageOf(college, mail, settings))
      return null
    } catch (error) {
      const facts = factsOf(error)
      const tries = Math.max(...mail.notices.map((n) => n.tries)) + 1
      // Without an answer it may have arrived all the same: better none than two.
      const isRefused = facts.answer !== undefined ? facts.answer < 500 : facts.step === 'connect'
      const again = isRefused && tries < MOST_TRIES
      log.warn(
        { ...facts, notices: mail.notices.length, tries },
        again ? 'a mail was not taken; trying again later' : 'a mail was given up',
      )
      return again ? waitAfter(tries - 1) : null
    }
  }

  let sent = 0
  try {
    while (!signal.aborted && (await inCollege((tx) => isMailDue(tx, clock())))) {
      // A server that is down or refuses us is noticed before anything leaves the queue.
      await transport.verify().catch((error: unknown) => {
        log.warn(factsOf(error), 'mail cannot be sent')
        throw new Refusal('unavailable', {
          zh: '邮件服务器连接不上或拒绝登录，请检查 SMTP_URL；稍后会自动重试',
          en: 'The mail server cannot be reached or does not let us in: check SMTP_URL. It is tried again later',
        })
      })
      for (const mail of await inCollege((tx) => takeDueMail(tx, clock()))) {
        const wait = signal.aborted ? 0 : await deliver(mail)
        if (wait !== null) await inCollege((tx) => putBack(tx, mail.notices, new Date(clock().getTime() + wait)))
        else await progress(++sent)
      }
    }
  } finally {
    transport.close()
  }
  return { sent }
}

/** What may be logged of a failure: a mail server's own words repeat addresses. */
function factsOf(error: unknown): { code?: string; answer?: number; step?: string } {
  const { code, responseCode, syscall } = error as { code?: string; responseCode?: number; syscall?: string }
  return {
    ...(code === undefined ? {} : { code }),
    ...(responseCode === undefined ? {} : { answer: responseCode }),
    ...(syscall === undefined ? {} : { step: syscall }),
  }
}

function messageOf(
  college: College,
  { address, lang, notices }: DueMail,
  { mailFrom, publicUrl }: Pick<Settings, 'mailFrom' | 'publicUrl'>,
): SendMailOptions {
  const name = lang === 'zh' ? college.name : (college.englishName ?? college.name)
  const first = notices[0]!.text[lang]
  const many = lang === 'zh' ? `${notices.length} 条新通知` : `${notices.length} new notices`
  const lines = notices.flatMap(({ text, link }) => [
    text[lang],
    ...(publicUrl && link?.startsWith('/') ? [publicUrl + link] : []),
    '',
  ])
  const foot =
    lang === 'zh' ? `${name} · 本邮件由系统发出，请勿回复` : `${name} · sent by the system: please do not reply`
  return {
    from: mailFrom,
    to: { name: '', address },
    subject: `${lang === 'zh' ? '【匠心】' : '[Jiangxin] '}${notices.length === 1 ? first : many}`,
    text: [...lines, '--', foot, ''].join('\n'),
    // Absence notes must not answer.
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
