/** @type {(seconds: number) => string} as people write a time: `0:07`, `12:30`, `1:02:05` */
export function clock(seconds) {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => Math.floor(part || 0));
  return [...(hours ? [hours] : []), ...[minutes, rest].map((part, place) => (place || hours ? String(part).padStart(2, "0") : part))].join(":");
}
