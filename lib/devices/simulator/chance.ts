/**
 * A number from 0 up to 1 that looks like chance and is always the same for the same words. What is simulated
 * is a function of time: the past can be made up afterwards and fits the present. Not for secrets.
 */
export function chanceOf(...words: (string | number)[]): number {
  // FNV-1a, then the finish of MurmurHash3, both in the public domain.
  let hash = 0x811c9dc5;
  const text = words.join(" ");
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Chance between two bounds. */
export function between(lowest: number, highest: number, ...words: (string | number)[]): number {
  return lowest + (highest - lowest) * chanceOf(...words);
}

/** Chance that changes smoothly: it goes from one value to the next within a step, in milliseconds. */
export function wave(seed: string, milliseconds: number, step: number): number {
  const index = Math.floor(milliseconds / step);
  const part = milliseconds / step - index;
  const ease = part * part * (3 - 2 * part);
  return chanceOf(seed, index) * (1 - ease) + chanceOf(seed, index + 1) * ease;
}
