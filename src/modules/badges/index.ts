/** Certificates: for commands and other modules. */
export { isPng, unbake } from './inside/bake.ts'
export { issuing } from './inside/issue.ts'
export { listKeys, rotateKey } from './inside/keys.ts'
export { verifyCredential } from './inside/verify.ts'
