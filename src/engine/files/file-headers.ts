import { safeName } from './store.ts'

/** Types a browser may show by itself; everything else is only ever downloaded. */
const SHOWN = /^(application\/pdf|image\/(png|jpeg|webp|gif))$/

/**
 * The headers under which a file's content is sent. What somebody uploaded runs in no browser as ours.
 * @param name by which the asker knows it: others may have sent the same content under a name that tells something
 */
export function fileHeaders(file: { readonly size: number; readonly type: string }, name: string) {
  const inline = SHOWN.test(file.type)
  return {
    'content-type': inline ? file.type : 'application/octet-stream',
    'content-length': file.size,
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(safeName(name))}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=3600',
  }
}
