/** The value below which a share (0…1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

/** Runs `work` over all items, so many side by side; answers the seconds it took. */
export async function runSideBySide<T>(items: readonly T[], width: number, work: (item: T, worker: number) => Promise<void>): Promise<number> {
  let next = 0;
  const begun = performance.now();
  await Promise.all(Array.from({ length: width }, async (_, worker) => {
    while (next < items.length) await work(items[next++]!, worker);
  }));
  return (performance.now() - begun) / 1000;
}
