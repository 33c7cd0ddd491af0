import { contentOf } from './badge-content.ts'
import { certificatePdf } from './certificate-pdf.ts'
import { certificatePicture } from './certificate-picture.ts'
import type { Json } from './data-integrity.ts'

export type BadgeForm = 'json' | 'png' | 'pdf'

const TYPES = { json: 'application/vc', png: 'image/png', pdf: 'application/pdf' }

/**
 * A certificate as a file: what was signed, a picture with it baked in, or a page to print.
 * @param page the address of its verifying page
 */
export async function badgeFile(
  text: string,
  page: string,
  form: BadgeForm,
): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer }> {
  const content = contentOf(JSON.parse(text) as Json, null)
  const how = form === 'json' ? 'attachment' : 'inline'
  const body =
    form === 'png'
      ? await certificatePicture(content, text, page)
      : form === 'pdf'
        ? await certificatePdf(content, page)
        : text
  return {
    headers: {
      'content-type': TYPES[form],
      'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(`${content.name}.${form}`)}`,
    },
    body,
  }
}
