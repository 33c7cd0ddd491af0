/** What tests use of packages that bring no types. */
declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: object): Promise<object>
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: object) => object
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function from(key: object): Promise<{ readonly publicKeyMultibase: string }>
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<object>
}
