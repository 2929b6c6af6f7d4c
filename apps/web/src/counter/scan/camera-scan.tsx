import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The browser's own reader of codes, where it has one (mostly on phones). */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector;
  }
}

/** How often a picture of the camera is looked at. */
const EVERY_MS = 300;

/** Reading a card with the camera: offered only where the browser can read codes by itself. Pictures stay in the browser. */
export function CameraScan({ onLine }: { onLine: (line: string) => void }) {
  const { t } = useTranslation('counter');
  const [isOpen, setOpen] = useState(false);
  const [isRefused, setRefused] = useState(false);
  if (!('BarcodeDetector' in window)) return null;
  return (
    <div className="camera-scan">
      <Button size="compact-md" variant="default" onClick={() => (setRefused(false), setOpen(!isOpen))} aria-expanded={isOpen}>
        {t(isOpen ? 'scan.cameraOff' : 'scan.camera')}
      </Button>
      {isRefused && <p role="alert">{t('scan.cameraRefused')}</p>}
      {isOpen && (
        <Camera
          onLine={(line) => {
            setOpen(false);
            onLine(line);
          }}
          onRefused={() => {
            setOpen(false);
            setRefused(true);
          }}
        />
      )}
    </div>
  );
}

function Camera({ onLine, onRefused }: { onLine: (line: string) => void; onRefused: () => void }) {
  const { t } = useTranslation('counter');
  const video = useRef<HTMLVideoElement>(null);
  const read = useEffectEvent(onLine);
  const refuse = useEffectEvent(onRefused);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let isOver = false;
    const close = () => {
      isOver = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const element = video.current;
      if (isOver || !element || !window.BarcodeDetector) return close();
      element.srcObject = stream;
      await element.play();
      const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
      timer = setInterval(() => {
        // A picture that cannot be read is followed by the next one.
        detector.detect(element).then(([code]) => code && !isOver && (close(), read(code.rawValue)), () => undefined);
      }, EVERY_MS);
    };
    begin().catch(() => {
      close();
      refuse();
    });
    return close;
  }, []);
  return <video ref={video} muted playsInline aria-label={t('scan.cameraPicture')} />;
}
