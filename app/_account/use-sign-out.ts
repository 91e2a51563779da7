'use client';
import { useState } from 'react';
import { authClient } from './auth-client.ts';

/** Ends the session and loads the home page anew, so that nothing of the account stays in memory. */
export function useSignOut(): { signOut: () => void; signingOut: boolean } {
  const [signingOut, setSigningOut] = useState(false);
  const signOut = () => {
    setSigningOut(true);
    void authClient.signOut().finally(() => window.location.assign('/'));
  };
  return { signOut, signingOut };
}
