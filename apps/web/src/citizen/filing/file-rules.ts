/** What the desk takes (it looks again at the bytes); named before anyone chooses a file. */
export const ACCEPTED = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png';
export const LIMIT_MB = 20;

/** Photos above this many bytes are made smaller on the device before they travel. */
const WORTH_SHRINKING = 2_500_000;
/** Enough for a page of A4 to be read at 200 dots per inch. */
const LONG_SIDE = 2400;

export type FileRefusal = 'empty' | 'kind' | 'size';

/** Why a file is not sent, or nothing. */
export function refusalOf(file: { name: string; type: string; size: number }): FileRefusal | undefined {
  if (file.size === 0) return 'empty';
  const named = /\.(pdf|jpe?g|png)$/i.test(file.name);
  if (!named && !/^(application\/pdf|image\/(jpeg|png))$/.test(file.type)) return 'kind';
  return file.size > LIMIT_MB * 1_000_000 ? 'size' : undefined;
}

/** A large photo made smaller, so that it travels over a weak line; anything else, or what the browser cannot read, unchanged. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size < WORTH_SHRINKING || !/^image\/(jpeg|png)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return small && small.size < file.size ? new File([small], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}
