export { Authenticate, type SignedIn } from './authenticate.js';
export { CitizenRoles } from './citizen-roles.js';
export { CitizenIdentity, localPath, type CitizenIdentityClaims, type CitizenIdentityOptions } from './citizen-identity.js';
export { SESSION_COOKIE, SIGN_IN_COOKIE, SIGN_IN_PATH, cookieFlags, type CookieFlags } from './cookies.js';
export { CSRF_HEADER, checkCsrf, type CsrfRequest } from './csrf.js';
export { actingFor, may, officerPrincipal, requirePermission, rightsOf, rolesAt, unitsWith, type Grant, type PassedOnPost, type Place, type RegisteredPost } from './may.js';
export { OfficerDirectory } from './officer-directory.js';
export { ALL_PERMISSIONS, PERMISSIONS, ROLE_PERMISSIONS, SIGNING_PERMISSIONS, isPermission, reachesDown, type Permission, type SigningPermission } from './permissions.js';
export {
  systemPrincipal,
  toDatabasePrincipal,
  type ActingFor,
  type ActingRole,
  type Authority,
  type CitizenPrincipal,
  type HeldPost,
  type OfficerPrincipal,
  type Principal,
  type SystemPrincipal,
} from './principal.js';
export { DEFAULT_SESSION_RULES, endOf, type Session, type SessionOwner, type SessionRules } from './session.js';
export { SessionStore, type OpenedSession } from './session-store.js';
export { SignInOfficer, type OfficerSignIn } from './sign-in-officer.js';
export { CHECK_FILE_RULE, LOOK_UP_RULE, SIGN_IN_ADDRESS_RULE, SIGN_IN_RULE, Throttle, type ThrottleRule } from './throttle.js';
