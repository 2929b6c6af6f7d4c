/** The browser's own reader of codes, where it has one (mostly on phones). */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector;
  }
}

/** Reads the QR code in the present picture of a video; nothing where there is none to be read. */
export type ReadPicture = (video: HTMLVideoElement) => Promise<string | undefined>;

/** Pictures are looked at this wide at most: a card held to a camera fills much of it, and larger ones only take longer. */
const WIDEST = 960;

/** The browser's own reader, else one of ours, fetched when it is needed. Pictures stay in the browser. */
export async function pictureReader(): Promise<ReadPicture> {
  if (window.BarcodeDetector) {
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { default: decode } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDEST / video.videoWidth);
    if (!context || video.videoWidth === 0) return undefined;
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return decode({ data, width, height });
    } catch {
      // No code in it that can be read: the next picture may have one.
      return undefined;
    }
  };
}
