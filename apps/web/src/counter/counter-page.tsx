export function CounterPage() { return null; }
