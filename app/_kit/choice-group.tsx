'use client';
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';

type ChoiceGroupProps<T extends string> = {
  label: string;
  value: T;
  choices: { value: T; text: ReactNode; lang?: string }[];
  onChoose: (value: T) => void;
};

/** A few choices side by side, of which one holds; arrow keys move. For more than four use a menu. */
export function ChoiceGroup<T extends string>({ label, value, choices, onChoose }: ChoiceGroupProps<T>) {
  const choose = (next: string) => {
    const choice = choices.find((candidate) => candidate.value === next);
    if (choice) onChoose(choice.value);
  };
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={choose}
      orientation="horizontal"
      className="flex w-fit max-w-full flex-wrap gap-1 rounded-lg border border-line bg-sunken p-1"
    >
      {choices.map((choice) => (
        <RadioGroup.Item
          key={choice.value}
          value={choice.value}
          lang={choice.lang}
          className="inline-flex h-9 items-center gap-2 rounded-md border border-transparent px-3.5 text-sm font-medium text-muted transition-colors hover:text-ink data-[state=checked]:border-line-strong data-[state=checked]:bg-raised data-[state=checked]:text-ink [&_svg]:size-4"
        >
          {choice.text}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
