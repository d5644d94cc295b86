import { Fragment } from "react";
import { matchRanges } from "@/lib/core/lists/match-ranges";
import type { SearchWords } from "@/lib/core/lists/search-words";

/** A text whose parts that a search found are marked. */
export function Highlighted({ text, words }: { text: string; words: SearchWords }) {
  const ranges = matchRanges(text, words);
  return (
    <>
      {ranges.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(ranges[index - 1]?.to ?? 0, from)}
          <mark className="rounded-sm bg-warning-soft text-ink">{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.to ?? 0)}
    </>
  );
}
