import type { ReasonText } from '../api/types';
import { useLocalized } from '../shell/localized';

/** A reason of the catalogue with its article. */
export function ReasonLine({ reason }: { reason: ReasonText }) {
  const pick = useLocalized();
  return (
    <>
      {pick(reason.text)} {reason.basis && <span lang="vi">({reason.basis})</span>}
    </>
  );
}
