'use client';
import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';

/** What the control inside a Field must carry to belong to its label, its help and its error. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

type FieldProps = {
  label: ReactNode;
  help?: ReactNode;
  /** Shown in place of the help; announced when it appears. */
  error?: ReactNode;
  children: (control: FieldControl) => ReactNode;
};

/** Label, control, help and error as one. `children` gets the attributes that tie the control to the rest. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? help;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': note ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      <div id={noteId} aria-live="polite" className="text-sm empty:hidden">
        {error ? (
          <span className="flex items-start gap-1.5 text-danger">
            <CircleAlert aria-hidden className="mt-[0.2em] size-4 shrink-0" />
            {error}
          </span>
        ) : help ? (
          <span className="text-muted">{help}</span>
        ) : null}
      </div>
    </div>
  );
}
