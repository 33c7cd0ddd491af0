/** Enough to read a gauge; a tenth of what a phone's camera makes. */
const LONGEST_SIDE = 1920
const QUALITY = 0.82

/**
 * A photo as it is kept: small enough for a weak line, and without what the camera wrote into the file (place, device).
 * @throws when the browser cannot show the file: no picture, or HEIC outside Apple's browsers
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', QUALITY),
  )
}
