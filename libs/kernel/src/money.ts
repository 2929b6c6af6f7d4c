/** An amount in đồng as receipts print it: `8000` → `8.000 đồng`. The đồng has no subunit, so only integers are accepted. */
export function formatDong(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of đồng: ${amount}`);
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}
