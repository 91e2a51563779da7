'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { useToast } from '../../_kit/toast.tsx';
import type { useDraft } from '../draft/use-draft.ts';
import type { EditorHandle } from '../editor/code-editor.tsx';

/**
 * Replaces the whole text, with an "Undo" in a toast (and in the editor's own history). Also tells, once, when the page
 * was opened with a text the student may not expect.
 */
export function useReplaceText(editorRef: RefObject<EditorHandle | null>, draft: ReturnType<typeof useDraft>) {
  const t = useTranslations('exercise');
  const toast = useToast();
  const { opened, carriedOver, source } = draft;
  const toldRef = useRef(false);

  const replaceText = useCallback(
    (text: string, done: string) => {
      const before = source;
      editorRef.current?.replaceText(text);
      toast({
        text: done,
        action: { label: t('actions.undo'), onPress: () => editorRef.current?.replaceText(before) },
      });
    },
    [editorRef, source, toast, t],
  );

  useEffect(() => {
    if (!opened || toldRef.current) return;
    toldRef.current = true;
    const { setAside } = opened;
    if (setAside !== null) {
      const useOlder = () => editorRef.current?.replaceText(setAside);
      toast({ text: t('draft.replaced'), action: { label: t('draft.replacedUndo'), onPress: useOlder } });
    } else if (carriedOver) {
      toast({ tone: 'success', text: t('draft.carriedOver') });
    }
  }, [opened, carriedOver, editorRef, toast, t]);

  return replaceText;
}
