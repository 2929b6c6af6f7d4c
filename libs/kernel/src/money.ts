/**
 * An amount in đồng as people read it: `8.000 đồng` as receipts print it, `8,000 VND` in English, where a point would
 * read as a fraction. The đồng has no subunit, so only integers are accepted.
 */
export function formatDong(amount: number, language: 'vi' | 'en' = 'vi'): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of đồng: ${amount}`);
  const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  return language === 'vi' ? `${grouped} đồng` : `${grouped} VND`;
}
