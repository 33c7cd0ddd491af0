import path from 'node:path'
import { z } from 'zod'
import { chooseDataFolder } from '../database/embedded/account.ts'
import { StartError } from '../database/start-error.ts'
import { withoutPassword } from '../database/start.ts'
import type { Limits } from '../engine/files/store.ts'

const repository = path.resolve(import.meta.dirname, '../..')

type Fact<Schema extends z.ZodType = z.ZodType> = {
  /** The environment variable. */
  name: string
  zh: string
  en: string
  /** What is taken when the variable is absent or empty; none: the setting is absent too. */
  default?: string | (() => string)
  /** What may be written, for the message that refuses something else. */
  allowed: string
  parse: Schema
  /** An address whose password is hidden, or a value that is hidden as a whole. */
  secret?: 'password' | 'whole'
}

const fact = <Schema extends z.ZodType>(given: Fact<Schema>) => given

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most)
const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol.slice(0, -1)))
const yesOrNo = z.enum(['0', '1']).transform((value) => value === '1')
const folder = z.string().transform((value) => path.resolve(value))

/** Everything that can be configured. The key is the name in the code, `name` the environment variable. */
export const facts = {
  port: fact({
    name: 'PORT',
    zh: '网站端口',
    en: 'port of the web site',
    default: '3000',
    allowed: '1–65535（0：任意空闲端口 / any free one）',
    parse: whole(0, 65_535),
  }),
  host: fact({
    name: 'HOST',
    zh: '监听地址；0.0.0.0 表示对外提供服务',
    en: 'address to listen on; 0.0.0.0 serves other machines',
    default: '127.0.0.1',
    allowed: '127.0.0.1, 0.0.0.0, ::, 本机地址 / an address of this machine',
    parse: z.string().regex(/^[\w.:-]+$/),
  }),
  publicUrl: fact({
    name: 'PUBLIC_URL',
    zh: '用户浏览器中的网址，用于邮件与二维码中的链接',
    en: 'address in the users’ browsers, for links in mails and QR codes',
    allowed: 'https://jiangxin.example.edu.cn',
    parse: url('http', 'https').transform((value) => value.replace(/\/+$/, '')),
  }),
  trustProxy: fact({
    name: 'TRUST_PROXY',
    zh: '1：前面有反向代理，信任其 X-Forwarded-* 头',
    en: '1: behind a reverse proxy whose X-Forwarded-* headers are believed',
    default: '0',
    allowed: '0, 1',
    parse: yesOrNo,
  }),
  dataDir: fact({
    name: 'DATA_DIR',
    zh: '数据目录：内置数据库与上传的文件',
    en: 'data folder: the embedded database and uploaded files',
    default: () => chooseDataFolder(path.join(repository, 'data')),
    allowed: '可写目录 / a writable folder',
    parse: folder,
  }),
  filesDir: fact({
    name: 'FILES_DIR',
    zh: '上传文件的目录；默认在数据目录的 files 下',
    en: 'folder of uploaded files; by default files in the data folder',
    allowed: '可写目录 / a writable folder',
    parse: folder,
  }),
  feedsDir: fact({
    name: 'FEEDS_DIR',
    zh: '数据接入可以读取文件的目录；不设置则不能从文件夹接入',
    en: 'folder below which feeds may read files; without it no feed reads a folder',
    allowed: '可读目录 / a readable folder',
    parse: folder,
  }),
  databaseUrl: fact({
    name: 'DATABASE_URL',
    zh: '改用已有的 PostgreSQL（15 或更新），以表的所有者登录',
    en: 'a PostgreSQL server (15 or later) to use instead, as the owner of the tables',
    allowed: 'postgres://user:password@host:5432/database',
    parse: url('postgres', 'postgresql'),
    secret: 'password',
  }),
  databaseAppUrl: fact({
    name: 'DATABASE_APP_URL',
    zh: '同一服务器，以无建表权限的应用角色登录；默认同 DATABASE_URL',
    en: 'the same server as a role that may not change the structure; by default DATABASE_URL',
    allowed: 'postgres://user:password@host:5432/database',
    parse: url('postgres', 'postgresql'),
    secret: 'password',
  }),
  sealKey: fact({
    name: 'SEAL_KEY',
    zh: '封存历史的密钥，多个以逗号分隔（第一个用于封存，其余用于核验）；不设置则在数据目录生成 seal.key',
    en: 'key that marks the seals of history; several with commas: the first seals, all are believed; without it seal.key is made in the data folder',
    allowed: '每个至少 32 个字符 / 32 characters or more each',
    parse: z.string().regex(/^[^,\s]{32,}(,[^,\s]{32,})*$/),
    secret: 'whole',
  }),
  backupPassphrase: fact({
    name: 'BACKUP_PASSPHRASE',
    zh: '备份的加密口令，至少 12 个字符；没有它就无法恢复',
    en: 'passphrase of backups, 12 characters or more; nothing can be restored without it',
    allowed: '至少 12 个字符 / 12 characters or more',
    parse: z.string().min(12),
    secret: 'whole',
  }),
  backupKeyFile: fact({
    name: 'BACKUP_KEY_FILE',
    zh: '存放备份口令的文件，代替 BACKUP_PASSPHRASE',
    en: 'file that holds the passphrase of backups, instead of BACKUP_PASSPHRASE',
    allowed: '可读文件 / a readable file',
    parse: folder,
  }),
  demo: fact({
    name: 'DEMO',
    zh: '1：首次启动时载入演示学院；0：不载入',
    en: '1: load the demo college at the first start; 0: do not',
    default: '1',
    allowed: '0, 1',
    parse: yesOrNo,
  }),
  sessionHours: fact({
    name: 'SESSION_HOURS',
    zh: '登录后多少小时需重新登录',
    en: 'hours until a person has to log in again',
    default: '12',
    allowed: '1–720',
    parse: whole(1, 720),
  }),
  maxUploadMegabytes: fact({
    name: 'MAX_UPLOAD_MB',
    zh: '单个上传文件的上限（MB）',
    en: 'largest uploaded file, in MB',
    default: '200',
    allowed: '1–10240',
    parse: whole(1, 10_240),
  }),
  maxPersonMegabytes: fact({
    name: 'MAX_PERSON_MB',
    zh: '一个人上传文件的总量上限（MB）',
    en: 'how much one person may have uploaded altogether, in MB',
    default: '20480',
    allowed: '100–10485760',
    parse: whole(100, 10_485_760),
  }),
  passkeyRoles: fact({
    name: 'PASSKEY_ROLES',
    zh: '只有用通行密钥登录才生效的角色，以逗号分隔，如 system-administrator；不设置则密码登录即可',
    en: 'roles that count only after signing in with a passkey, with commas, such as system-administrator; without it a password will do',
    allowed: 'system-administrator,quality-office',
    parse: z
      .string()
      .regex(/^[a-z][a-z-]*(\s*,\s*[a-z][a-z-]*)*$/)
      .transform((value) => value.split(',').map((role) => role.trim())),
  }),
  virusScanCommand: fact({
    name: 'VIRUS_SCAN_COMMAND',
    zh: '上传后执行的查毒命令，文件路径附在末尾；退出码 0 为无毒，1 为有毒',
    en: 'command run on every upload with the file’s path appended; exit code 0 clean, 1 infected',
    allowed: 'clamdscan --fdpass --no-summary',
    parse: z.string(),
  }),
  smtpUrl: fact({
    name: 'SMTP_URL',
    zh: '发送邮件的服务器；不设置则不发邮件',
    en: 'server that sends mail; without it no mail is sent',
    allowed: 'smtp://user:password@host:587, smtps://user:password@host:465',
    parse: url('smtp', 'smtps'),
    secret: 'password',
  }),
  mailFrom: fact({
    name: 'MAIL_FROM',
    zh: '邮件的发件人',
    en: 'sender of the mails',
    default: 'jiangxin@localhost',
    allowed: 'name@example.edu.cn',
    parse: z.string().includes('@'),
  }),
  logLevel: fact({
    name: 'LOG_LEVEL',
    zh: '日志详细程度',
    en: 'how much is logged',
    default: 'info',
    allowed: 'fatal, error, warn, info, debug, trace, silent',
    parse: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  }),
  metricsToken: fact({
    name: 'METRICS_TOKEN',
    zh: '读取 /metrics 的令牌；不设置则只有本机可读',
    en: 'token for reading /metrics; without it only this machine may',
    allowed: '16–200 个字母、数字或 - _ / letters, digits, - and _',
    parse: z.string().regex(/^[\w-]{16,200}$/),
    secret: 'whole',
  }),
  drainSeconds: fact({
    name: 'DRAIN_SECONDS',
    zh: '收到停止信号后，先报告未就绪多少秒再停止接收请求，供负载均衡切走流量',
    en: 'seconds to report “not ready” before taking no more requests, so that a balancer sends them elsewhere',
    default: '0',
    allowed: '0–120',
    parse: whole(0, 120),
  }),
}

type Facts = typeof facts
type Value<F> = F extends { parse: z.ZodType<infer Output> } ? Output : never
// With a default in the table a setting is always there.
type Always =
  | 'port'
  | 'host'
  | 'trustProxy'
  | 'dataDir'
  | 'filesDir'
  | 'demo'
  | 'sessionHours'
  | 'maxUploadMegabytes'
  | 'maxPersonMegabytes'
  | 'mailFrom'
  | 'logLevel'
  | 'drainSeconds'

/** The program's settings, checked. */
export type Settings = {
  readonly [Key in keyof Facts]: Key extends Always ? Value<Facts[Key]> : Value<Facts[Key]> | undefined
}

/** What may be uploaded. */
export const uploadLimits = ({ maxUploadMegabytes, virusScanCommand }: Settings): Limits => ({
  maxBytes: maxUploadMegabytes * 1048576,
  ...(virusScanCommand ? { scanCommand: virusScanCommand } : {}),
})

/**
 * Reads the settings from the environment. An empty variable counts as absent.
 * @throws StartError naming the variable, the value and what is allowed
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const values: Record<string, unknown> = {}
  for (const [key, { name, parse, allowed, default: fallback, secret }] of Object.entries(facts) as [string, Fact][]) {
    const given = env[name]?.trim() || (typeof fallback === 'function' ? fallback() : fallback)
    if (given === undefined) continue
    const parsed = parse.safeParse(given)
    if (!parsed.success) {
      const shown = secret === 'whole' ? '***' : secret ? withoutPassword(given) : given
      throw new StartError(
        `环境变量 ${name}="${shown}" 无效，应为：${allowed}`,
        `Environment variable ${name}="${shown}" is not valid; allowed: ${allowed}`,
      )
    }
    values[key] = parsed.data
  }
  values['filesDir'] ??= path.join(values['dataDir'] as string, 'files')
  if (values['databaseAppUrl'] && !values['databaseUrl']) {
    throw new StartError(
      '设置了 DATABASE_APP_URL 却没有 DATABASE_URL。请同时设置两者，或都不设置而使用内置数据库。',
      'DATABASE_APP_URL is set and DATABASE_URL is not: set both, or neither to use the embedded database.',
    )
  }
  return values as Settings
}

/** The settings by the names of their variables, without secrets. */
export function shownSettings(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    (Object.entries(facts) as [keyof Settings, Fact][]).map(([key, { name, secret }]) => {
      const value = settings[key]
      const text = value === undefined ? '' : typeof value === 'boolean' ? String(Number(value)) : String(value)
      return [name, text === '' || !secret ? text : secret === 'whole' ? '***' : withoutPassword(text)]
    }),
  )
}

/** The settings as lines `NAME=value  # meaning`, without secrets. */
export function printSettings(settings: Settings): string {
  const shown = shownSettings(settings)
  return (Object.values(facts) as Fact[])
    .map(({ name, zh, en }) => `${`${name}=${shown[name]}`.padEnd(36)}  # ${zh} / ${en}`)
    .join('\n')
}
