import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import { sendNotices } from '../notices/notices.ts'

const CHANGES = {
  'password.change': { zh: '您的密码已更改', en: 'Your password was changed' },
  'password.reset': { zh: '管理员重置了您的密码', en: 'An administrator reset your password' },
  'passkey.add': { zh: '您的账号添加了一个通行密钥', en: 'A passkey was added to your account' },
  'passkey.remove': { zh: '您的账号删除了一个通行密钥', en: 'A passkey was removed from your account' },
} satisfies Record<string, Label>

/** Tells people what became of their ways to sign in, so that they notice what they did not do themselves (ASVS 2.2.3). */
export async function tellOwner(
  tx: Tx,
  accountId: string,
  change: keyof typeof CHANGES,
  address: string | null = null,
): Promise<void> {
  const { zh, en } = CHANGES[change]
  await sendNotices(tx, [accountId], {
    kind: 'account.security',
    text: {
      zh: `${zh}${address ? `（来自 ${address}）` : ''}。不是您本人操作的，请立即联系系统管理员`,
      en: `${en}${address ? ` (from ${address})` : ''}. If this was not you, tell a system administrator at once`,
    },
    link: '/account',
  })
}
