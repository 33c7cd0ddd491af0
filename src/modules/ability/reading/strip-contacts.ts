const CONTACTS: readonly RegExp[] = [
  // Mobile and fixed-line numbers, also written with blanks or dashes.
  /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?:[\s-]\d{1,4})?(?!\d)/g,
  /(?<!\d)[48]00[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)/g,
  /[\w.+-]{2,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}/g,
]
/** What stands behind these words; the words themselves stay. */
const BEHIND: readonly RegExp[] = [
  /((?:微信|微信号|wechat|wx|vx|QQ|qq|QQ群|qq群|加v|加V)\s?(?:号|号码|同号)?\s?[:：]?\s?)[A-Za-z0-9_-]{5,20}/g,
  /((?:联系人|联络人|招聘负责人)\s?[:：]?\s?)[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|老师|经理|主管|总)?/g,
]

/** Takes out numbers, addresses and names by which a person is reached; what stood there is told by ■. */
export function stripContacts(text: string): string {
  const left = CONTACTS.reduce((words, contact) => words.replace(contact, (found) => '■'.repeat(found.length)), text)
  return BEHIND.reduce(
    (words, contact) => words.replace(contact, (found, kept: string) => kept + '■'.repeat(found.length - kept.length)),
    left,
  )
}
