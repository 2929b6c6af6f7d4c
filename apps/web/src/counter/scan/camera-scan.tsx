import { Alert, Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pictureReader } from './read-picture';
import { looksLikeCard } from './read-id-card';

/** How often a picture of the camera is looked at. */
const EVERY_MS = 300;

/** Why there is no picture: the page came over an open line, nobody allowed it, there is no camera, or another program has it. */
type CameraFault = 'insecure' | 'denied' | 'none' | 'busy';

function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'NotSupportedError' ? 'none' : 'busy';
}

/** Reading a card with the camera. Pictures stay in the browser; the camera is given back with the first card read, by the button, and when the page is left. */
export function CameraScan({ onLine }: { onLine: (line: string) => void }) {
  const { t } = useTranslation('counter');
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<CameraFault>();
  const toggle = () => {
    setFault(isOpen || window.isSecureContext ? undefined : 'insecure');
    setOpen(!isOpen && window.isSecureContext);
  };
  return (
    <div className="camera-scan">
      <Button size="compact-md" variant="default" onClick={toggle} aria-expanded={isOpen}>
        {t(isOpen ? 'scan.cameraOff' : 'scan.camera')}
      </Button>
      {fault && (
        <Alert color="orange" p={8} mt={6} role="alert">
          {t(`scan.cameraFault.${fault}`)}
        </Alert>
      )}
      {isOpen && (
        <Camera
          onLine={(line) => {
            setOpen(false);
            onLine(line);
          }}
          onFault={(why) => {
            setOpen(false);
            setFault(why);
          }}
          onHidden={() => setOpen(false)}
        />
      )}
    </div>
  );
}

interface CameraProps {
  onLine: (line: string) => void;
  onFault: (fault: CameraFault) => void;
  /** The page went out of sight: nobody holds a card to it. */
  onHidden: () => void;
}

function Camera({ onLine, onFault, onHidden }: CameraProps) {
  const { t } = useTranslation('counter');
  const video = useRef<HTMLVideoElement>(null);
  const read = useEffectEvent(onLine);
  const fail = useEffectEvent(onFault);
  const hide = useEffectEvent(onHidden);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const close = () => {
      isOver = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
      const readPicture = await pictureReader();
      const element = video.current;
      if (isOver || !element) return close();
      element.srcObject = stream;
      await element.play();
      const look = async () => {
        const text = await readPicture(element).catch(() => undefined);
        if (isOver) return;
        // Other codes in sight are passed over.
        if (text === undefined || !looksLikeCard(text)) {
          timer = setTimeout(() => void look(), EVERY_MS);
          return;
        }
        close();
        read(text);
      };
      void look();
    };
    begin().catch((error: unknown) => {
      if (isOver) return;
      close();
      fail(faultOf(error));
    });
    const onVisibility = () => {
      if (document.hidden) hide();
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      close();
    };
  }, []);
  return <video ref={video} muted playsInline aria-label={t('scan.cameraPicture')} />;
}
