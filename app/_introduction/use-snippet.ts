'use client';
import { useCallback, useEffect, useState } from 'react';
import { useSubmission } from '../_exercise/submission/use-submission.ts';
import { useSignInQuestion } from '../_exercise/workspace/use-sign-in-question.ts';
import { findKeptText, keepText } from './kept-text.ts';

interface SnippetSetting {
  pack: string;
  name: string;
  source: string;
  signedIn: boolean;
}

/** The text of one program while it is looked at, changed and run. */
export function useSnippet({ pack, name, source, signedIn }: SnippetSetting) {
  const [text, setText] = useState(source);
  /** What the editor began with; null while the program is only read. */
  const [editing, setEditing] = useState<string | null>(null);
  const [shown, setShown] = useState<'published' | 'run'>('published');
  const { progress, busy, send } = useSubmission(null, null);
  const signIn = useSignInQuestion(progress);

  useEffect(() => {
    const kept = findKeptText(pack, name);
    if (kept === null || kept === source) return;
    // Storage can only be read in the browser, after the page has come to life.
    const timer = setTimeout(() => {
      setText(kept);
      setEditing(kept);
    }, 0);
    return () => clearTimeout(timer);
  }, [pack, name, source]);

  const change = useCallback(
    (changed: string) => {
      setText(changed);
      keepText(pack, name, changed === source ? null : changed);
    },
    [pack, name, source],
  );

  const run = useCallback(() => {
    if (!signedIn) return signIn.ask();
    if (busy) return;
    setShown('run');
    void send('snippet', text);
  }, [signedIn, signIn, busy, send, text]);

  const reset = useCallback(() => {
    keepText(pack, name, null);
    setText(source);
    setEditing(null);
    setShown('published');
  }, [pack, name, source]);

  const isChanged = editing !== null || shown === 'run';
  return { editing, isChanged, shown, progress, busy, signIn, change, run, reset, edit: () => setEditing(text) };
}
