/**
 * A small seeded generator (mulberry32, public domain), so that demo data is the same on every
 * machine. Not for secrets.
 */
export function createRandom(seed: number) {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  return {
    /** At least 0, below 1. */
    next,
    /** Both ends included. */
    integer: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    /** With one decimal place. */
    decimal: (least: number, most: number) =>
      Math.round((least + next() * (most - least)) * 10) / 10,
    chance: (probability: number) => next() < probability,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error("Nothing to pick from.");
      return item;
    },
    /** A version 7 id for a moment: what the application would have made then. */
    id: (moment: Date): string => {
      const time = moment.getTime().toString(16).padStart(12, "0");
      const digits = Array.from({ length: 19 }, () => Math.floor(next() * 16).toString(16)).join(
        "",
      );
      const variant = "89ab".charAt(Math.floor(next() * 4));
      return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-${variant}${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
    },
  };
}

export type Random = ReturnType<typeof createRandom>;
