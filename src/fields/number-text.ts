/** "1234567.80" → "1,234,567.80". Works on the digits: a number never becomes binary. */
export function groupDigits(value: string): string {
  const [whole = '', fraction] = value.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** What a person typed or pasted, without separators and full-width digits. */
export function ungroupDigits(text: string): string {
  return text.replace(/[０-９．－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[,，\s]/g, '')
}
