'use client';
import { Button } from '../_kit/button.tsx';
import { MainArea } from './main-area.tsx';
import { StalledFigure } from './stalled-figure.tsx';

type ErrorMessageProps = {
  title: string;
  text: string;
  action: string;
  /** What an operator can find in the server's log. */
  reference: string | null;
  onRetry: () => void;
};

/** "That is our fault", with another try. Takes its words ready-made: the outermost boundary has no translations. */
export function ErrorMessage({ title, text, action, reference, onRetry }: ErrorMessageProps) {
  return (
    <MainArea width="text" className="grid content-center justify-items-start gap-2">
      <StalledFigure outcome="500" />
      <h1 className="text-3xl">{title}</h1>
      <p className="max-w-prose text-muted">{text}</p>
      <Button variant="primary" onClick={onRetry} className="mt-4">
        {action}
      </Button>
      {reference ? <p className="mt-4 font-mono text-xs text-muted">{reference}</p> : null}
    </MainArea>
  );
}
