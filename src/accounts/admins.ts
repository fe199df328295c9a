import type { Role } from '../procedures/roles.ts'

/** Level-three protection parts administration in three: nobody holds two of these. None of them sees a case. */
export const adminRoles = ['system-admin', 'unit-admin', 'security-auditor'] as const satisfies readonly Role[]

export const isAdminRole = (role: Role): boolean => adminRoles.some(admin => admin === role)

export const isAdmin = (roles: readonly Role[]): boolean => roles.some(isAdminRole)

/** Two administrators in one person, or an administrator who also works on cases. */
export const mixesDuties = (roles: readonly Role[]): boolean => isAdmin(roles) && new Set(roles).size > 1
