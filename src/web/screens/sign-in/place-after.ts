/**
 * Where to go after signing in: the address that `next` names, when it is one of this site, else the workbench.
 * Browsers read a backslash as a slash and strip tabs, so what begins like a path may lead to another site.
 */
export function placeAfter(next: string | null, origin: string): string {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return '/'
  const { origin: at, pathname, search, hash } = new URL(next, origin)
  return at === origin && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
