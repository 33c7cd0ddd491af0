import { createTransport, type SendMailOptions } from 'nodemailer'
import { type College, listColleges } from '../engine/colleges.ts'
import type { Engine } from '../engine/engine.ts'
import { type DueMail, isMailDue, putBack, takeDueMail } from '../engine/notices/mail-queue.ts'
import type { Settings } from './settings.ts'

export interface Mailer {
  /** Mails the notices that wait, unless that is going on already. Never rejects: what fails is logged and tried again. */
  send(): Promise<void>
  /** Lets the mail on its way arrive; what was not begun stays in the queue. */
  close(): Promise<void>
}

interface Log {
  warn(facts: object, message: string): void
}

const MOST_TRIES = 6
const FIRST_WAIT_MS = 60_000
const LONGEST_WAIT_MS = 30 * 60_000

/** One minute, two, four … half an hour. */
const waitAfter = (failures: number) => Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS)

/**
 * Mails notices to accounts whose person has an address, when SMTP_URL is set. Runs after the commit that made the
 * notices and never inside a transaction, so that a slow mail server holds up nobody.
 */
export function createMailer(
  engine: Engine,
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'publicUrl'>,
  log: Log,
  clock: () => Date = () => new Date(),
): Mailer {
  const { smtpUrl } = settings
  const transport =
    smtpUrl === undefined
      ? undefined
      : // No pool: it sends again what was on its way when a connection broke.
        createTransport({
          url: smtpUrl,
          connectionTimeout: 10_000,
          greetingTimeout: 10_000,
          socketTimeout: 30_000,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
  let running: Promise<void> | undefined
  let isClosing = false
  let failures = 0
  let notBefore = 0

  async function sendAll(): Promise<void> {
    if (!transport || clock().getTime() < notBefore) return
    for (const college of await listColleges(engine)) {
      const inCollege = engine.database.inCollege
      if (isClosing || !(await inCollege(college.id, (tx) => isMailDue(tx, clock())))) continue
      // A server that is down or refuses us is noticed before anything leaves the queue.
      await transport.verify()
      failures = 0
      const mails = await inCollege(college.id, (tx) => takeDueMail(tx, clock()))
      for (const mail of mails) {
        const wait = isClosing ? 0 : await deliver(college, mail)
        if (wait !== null)
          await inCollege(college.id, (tx) => putBack(tx, mail.notices, new Date(clock().getTime() + wait)))
      }
    }
  }

  /** @returns the milliseconds after which to try again; null when it was sent, or will not be */
  async function deliver(college: College, mail: DueMail): Promise<number | null> {
    try {
      await transport!.sendMail(messageOf(college, mail, settings))
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

  return {
    send() {
      running ??= sendAll()
        .catch((error: unknown) => {
          const wait = waitAfter(failures++)
          notBefore = clock().getTime() + wait
          log.warn({ ...factsOf(error), waitSeconds: wait / 1000 }, 'mail cannot be sent; trying again later')
        })
        .finally(() => (running = undefined))
      return running
    },
    async close() {
      isClosing = true
      await running
      transport?.close()
    },
  }
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
