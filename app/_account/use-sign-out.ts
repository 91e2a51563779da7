'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { authClient } from './auth-client.ts';

/** Ends the session and goes home; the refresh throws away every page that was rendered for the account. */
export function useSignOut(): { signOut: () => void; signingOut: boolean } {
  const router = useRouter();
  const [signingOut, setSigningOut] = useState(false);
  const signOut = () => {
    setSigningOut(true);
    void authClient.signOut().finally(() => {
      router.push('/');
      router.refresh();
    });
  };
  return { signOut, signingOut };
}
