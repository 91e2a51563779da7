// Every text of the interface, one JSON file per area and language. English is the reference for the types; that
// Chinese has exactly the same keys is checked by the compiler here and by messages.test.ts.
import enAccount from './messages/en/account.json' with { type: 'json' };
import enAuth from './messages/en/auth.json' with { type: 'json' };
import enErrors from './messages/en/errors.json' with { type: 'json' };
import enExercise from './messages/en/exercise.json' with { type: 'json' };
import enFrame from './messages/en/frame.json' with { type: 'json' };
import enHome from './messages/en/home.json' with { type: 'json' };
import enKit from './messages/en/kit.json' with { type: 'json' };
import enLearn from './messages/en/learn.json' with { type: 'json' };
import zhAccount from './messages/zh/account.json' with { type: 'json' };
import zhAuth from './messages/zh/auth.json' with { type: 'json' };
import zhErrors from './messages/zh/errors.json' with { type: 'json' };
import zhExercise from './messages/zh/exercise.json' with { type: 'json' };
import zhFrame from './messages/zh/frame.json' with { type: 'json' };
import zhHome from './messages/zh/home.json' with { type: 'json' };
import zhKit from './messages/zh/kit.json' with { type: 'json' };
import zhLearn from './messages/zh/learn.json' with { type: 'json' };
import type { Locale } from './locale.ts';

const en = {
  account: enAccount,
  auth: enAuth,
  errors: enErrors,
  exercise: enExercise,
  frame: enFrame,
  home: enHome,
  kit: enKit,
  learn: enLearn,
};

/** The shape of all interface texts, by area. */
export type Messages = typeof en;

/** A file of texts. */
export type MessageArea = keyof Messages;

const zh: Messages = {
  account: zhAccount,
  auth: zhAuth,
  errors: zhErrors,
  exercise: zhExercise,
  frame: zhFrame,
  home: zhHome,
  kit: zhKit,
  learn: zhLearn,
};

export const messages: Record<Locale, Messages> = { en, zh };
