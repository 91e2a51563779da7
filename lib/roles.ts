// Who may do what. Every account has exactly one role; only admins change it.
import { createAccessControl } from 'better-auth/plugins/access';
import { adminAc, defaultStatements } from 'better-auth/plugins/admin/access';

export const roleNames = ['student', 'teacher', 'author', 'admin'] as const;
export type Role = (typeof roleNames)[number];

export const accessControl = createAccessControl({
  ...defaultStatements,
  exercise: ['solve', 'write'],
  course: ['follow', 'manage'],
});

export const roles = {
  student: accessControl.newRole({ exercise: ['solve'] }),
  teacher: accessControl.newRole({ exercise: ['solve'], course: ['follow', 'manage'] }),
  author: accessControl.newRole({ exercise: ['solve', 'write'] }),
  admin: accessControl.newRole({
    ...adminAc.statements,
    exercise: ['solve', 'write'],
    course: ['follow', 'manage'],
  }),
};

/** The role stored in an account; an unknown text gives the least of all roles. */
export function readRole(text: string | null | undefined): Role {
  return roleNames.find((role) => role === text) ?? 'student';
}
