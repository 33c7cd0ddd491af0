/** Starts a download from an address under /api; the browser shows progress and keeps the name the server gave. */
export function download(path: string): void {
  const link = document.createElement('a')
  link.href = `/api${path}`
  link.download = ''
  link.click()
}
