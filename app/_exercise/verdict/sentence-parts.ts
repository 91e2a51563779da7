// A diagnosis sentence taken apart: plain words, names of code (set in backticks), and line numbers that can be
// pressed. Only lines the diagnosis itself names become places: a number in a student's own text does not. Pure.

export type SentencePart = { kind: 'words' | 'code'; text: string } | { kind: 'line'; text: string; line: number };

const LINE = /\b(?:line|lines) (\d+)|第 ?(\d+) ?行/g;

/** Takes a sentence apart; `lines` are the lines that may become places. */
export function takeSentenceApart(sentence: string, lines: readonly number[]): SentencePart[] {
  return sentence.split('`').flatMap((part, index): SentencePart[] => {
    // Every second part stood between backticks.
    if (index % 2 === 1) return [{ kind: 'code', text: part }];
    return findLines(part, lines);
  });
}

function findLines(words: string, lines: readonly number[]): SentencePart[] {
  const parts: SentencePart[] = [];
  let from = 0;
  for (const match of words.matchAll(LINE)) {
    const line = Number(match[1] ?? match[2]);
    if (!lines.includes(line)) continue;
    if (match.index > from) parts.push({ kind: 'words', text: words.slice(from, match.index) });
    parts.push({ kind: 'line', text: match[0], line });
    from = match.index + match[0].length;
  }
  if (from < words.length) parts.push({ kind: 'words', text: words.slice(from) });
  return parts;
}
