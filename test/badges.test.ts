import { createPublicKey } from 'node:crypto'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../src/database/connection.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import type { Engine } from '../src/engine/engine.ts'
import { bake, unbake } from '../src/modules/badges/inside/bake.ts'
import { certificatePicture } from '../src/modules/badges/inside/certificate-picture.ts'
import { contentOf } from '../src/modules/badges/inside/badge-content.ts'
import { loadContext } from '../src/modules/badges/inside/contexts.ts'
import { type Json, makeKey, signDocument } from '../src/modules/badges/inside/data-integrity.ts'
import { didOf } from '../src/modules/badges/inside/did.ts'
import { issueBadge, issueCredential, issuing, listBadges, revokeBadge } from '../src/modules/badges/inside/issue.ts'
import { currentKey, didDocument, listKeys, rotateKey } from '../src/modules/badges/inside/keys.ts'
import { ownBadge, shareBadge } from '../src/modules/badges/inside/own-badges.ts'
import { fromMultibase, fromMultikey, toBase58 } from '../src/modules/badges/inside/multibase.ts'
import { badgeText, statusList } from '../src/modules/badges/inside/public-badge.ts'
import { encodeList, isSet } from '../src/modules/badges/inside/status-list.ts'
import { verifyCredential } from '../src/modules/badges/inside/verify.ts'
import type { WireBadge } from '../src/modules/badges/wire.ts'
import { ask } from '../src/modules/credit-bank/inside/accounts/self.ts'
import type { WireError } from '../src/language/wire.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { type CreditBank, makeCreditBank, openBankDatabase } from './credit-bank-college.ts'
import { refused } from './plan-college.ts'

/** Certificates from an accredited outcome to an employer who verifies them; checked by an independent library, too. */

const ADDRESS = 'https://bank.example'
let db: { engine: Engine; database: Database; close(): Promise<void> }
let bank: CreditBank
let app: FastifyInstance

beforeAll(async () => {
  db = await openBankDatabase()
  app = await createApp({ engine: db.engine, settings: readSettings({ LOG_LEVEL: 'silent', PUBLIC_URL: ADDRESS }) })
})
afterAll(async () => {
  await app.close()
  await db.close()
})
beforeEach(async () => {
  bank = await makeCreditBank(db.engine)
})

const issuer = () => bank.run((tx) => issuing(tx, ADDRESS))
const issue = (outcome: string, actor: Actor = bank.welder) =>
  bank.run((tx) => issueBadge(bank.engine, tx, actor, ADDRESS, { outcome }))
const textOf = (badge: WireBadge) => bank.run((tx) => badgeText(tx, badge.page.split('/').at(-1)!))
const credentialOf = async (badge: WireBadge) => JSON.parse(await textOf(badge)) as Json
const verdictOf = async (credential: unknown, now?: Date) =>
  (await verifyCredential(bank.engine, credential, now)).verdict

/** Resolves what an independent verifier asks for, from what our server publishes. */
async function documentLoader(url: string): Promise<{ document: object; documentUrl: string; contextUrl: null }> {
  const { did } = await issuer()
  const document = await bank.run(async (tx) => {
    if (url.startsWith(did)) {
      const whole = didDocument(did, await listKeys(tx)) as { verificationMethod: { id: string }[] }
      const method = whole.verificationMethod.find(({ id }) => id === url)
      return method ? { '@context': 'https://w3id.org/security/multikey/v1', ...method } : whole
    }
    const list = /\/status\/(\d+)$/.exec(url)?.[1]
    return list === undefined ? null : statusList(bank.engine, tx, await issuer(), Number(list))
  })
  return document === null ? loadContext(url) : { document, documentUrl: url, contextUrl: null }
}
const independently = async (credential: Json, more: object = {}) =>
  vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    checkStatus: (options: object) =>
      checkStatus({
        ...options,
        documentLoader,
        suite: new DataIntegrityProof({ cryptosuite }),
        verifyBitstringStatusListCredential: true,
      }),
    ...more,
  })

describe('a certificate for an outcome', () => {
  it('is valid here and for an independent library, until it is revoked, also after the key was changed', async () => {
    const outcome = await bank.certificate('特殊焊接技术', { expiresOn: '2034-05-01' })
    const badge = await issue(outcome)
    // Asked for again, it is the same one; by a name that is not the college's, nothing is signed.
    const spoofed = bank.run((tx) =>
      issueBadge(bank.engine, tx, bank.welder, 'https://evil.example', { learner: bank.learner }),
    )
    expect(await refused(spoofed)).toContain('与现在的访问地址不符')
    expect((await issue(outcome)).id).toBe(badge.id)
    const credential = await credentialOf(badge)
    const shown = await verifyCredential(bank.engine, credential)
    expect(shown).toMatchObject({
      verdict: 'valid',
      content: { name: '特殊焊接技术（中级）', holder: '焊示工', credits: '6' },
    })
    expect(shown.checks.every(({ ok }) => ok === true)).toBe(true)
    expect(await independently(credential)).toMatchObject({
      verified: true,
      statusResult: { results: [{ status: false }] },
    })

    await bank.run(async (tx) => rotateKey(bank.engine, tx, bank.quality, (await issuer()).did))
    expect(await verdictOf(credential)).toBe('valid')
    expect(await independently(credential)).toMatchObject({ verified: true })
    const later = await credentialOf(await issue(await bank.certificate('电工')))
    const methods = [credential, later].map((one) => (one['proof'] as Json)['verificationMethod'])
    expect(methods[0]).not.toBe(methods[1])
    expect(await verdictOf(later)).toBe('valid')

    expect(await refused(bank.run((tx) => revokeBadge(bank.engine, tx, bank.welder, badge.id, 'x')))).toContain(
      '撤销证书',
    )
    await bank.run((tx) => revokeBadge(bank.engine, tx, bank.quality, badge.id, '信息有误'))
    const revoked = await verifyCredential(bank.engine, credential)
    expect(revoked.verdict).toBe('revoked')
    expect(revoked.label.zh).toContain('信息有误')
    expect(await independently(credential)).toMatchObject({ statusResult: { results: [{ status: true }] } })
    expect(await verdictOf(later)).toBe('valid')
    // A new one may follow.
    expect((await issue(outcome)).id).not.toBe(badge.id)
  })

  it('is not issued for what nobody accredited, nor for another’s; it goes with its outcome', async () => {
    const registered = await bank.add('learning-outcomes', {
      number: 'CG-r',
      learner: bank.learner,
      kind: 'training',
      name: '培训',
      issuer: bank.institutions.firm,
      issuedOn: '2024-05-01',
      credits: '1',
    })
    expect(await refused(issue(registered))).toContain('已认定')
    const outcome = await bank.certificate('电工')
    const stranger = {
      ...(await bank.college.actor(['student', bank.college.east])),
      personId: await bank.college.person('他示人', bank.college.east),
    }
    expect(await refused(issue(outcome, stranger))).toContain('没有找到')
    const [certificate, transcript] = [
      await credentialOf(await issue(outcome)),
      await credentialOf(
        await bank.run((tx) => issueBadge(bank.engine, tx, bank.welder, ADDRESS, { learner: bank.learner })),
      ),
    ]
    expect(await verdictOf(transcript)).toBe('valid')
    expect((await verifyCredential(bank.engine, transcript)).content?.results).toHaveLength(1)
    expect(await independently(transcript)).toMatchObject({ verified: true })
    await bank.step(bank.system, 'learning-outcomes', outcome, 'revoke', '证书系伪造')
    expect([await verdictOf(certificate), await verdictOf(transcript)]).toEqual(['revoked', 'revoked'])
    const { rows, canRevoke } = await bank.run((tx) => listBadges(bank.engine, tx, bank.welder, ADDRESS, bank.learner))
    expect(rows.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['transcript', '学习成果认定已撤销'],
      ['outcome', '学习成果认定已撤销'],
    ])
    expect(canRevoke).toBe(false)
  })
})

describe('whoever verifies', () => {
  it('is told of every change of what was signed', async () => {
    const credential = await credentialOf(await issue(await bank.certificate('焊工')))
    const subject = credential['credentialSubject'] as Json
    const proof = credential['proof'] as Json
    const other = makeKey()
    const forged: readonly Json[] = [
      { ...credential, name: '高级技师' },
      { ...credential, validFrom: '2020-01-01T00:00:00Z' },
      { ...credential, credentialSubject: { ...subject, creditsEarned: 60 } },
      // What no vocabulary defines would not be part of what is signed.
      { ...credential, grade: 'excellent' },
      { ...credential, '@context': [...(credential['@context'] as string[]), 'https://evil.example/context'] },
      {
        ...credential,
        '@context': [...(credential['@context'] as string[]), { grade: 'https://evil.example/grade' }],
        grade: 'A',
      },
      { ...credential, proof: { ...proof, proofValue: toBase58(Buffer.alloc(64, 1)) } },
      { ...credential, proof: { ...proof, created: '2020-01-01T00:00:00Z' } },
      { ...credential, proof: { ...proof, proofPurpose: 'authentication' } },
      { ...credential, proof: { ...proof, verificationMethod: `${(await issuer()).did}#another` } },
      { ...credential, credentialStatus: { ...(credential['credentialStatus'] as Json), statusListIndex: '7' } },
      await signDocument(
        { ...credential, proof: undefined, name: 'x' },
        { id: String(proof['verificationMethod']), secret: other.secret },
        '2024-01-01T00:00:00Z',
      ),
    ]
    for (const one of forged) expect(await verdictOf(one)).toBe('forged')
    const { proof: _proof, ...unsigned } = credential
    expect(await verdictOf(unsigned)).toBe('forged')
    const { credentialStatus: _status, ...withoutStatus } = credential
    expect(await verdictOf(withoutStatus)).toBe('forged')
  })

  it('is told of a wrong issuer, of one that nobody knows, of what ran out and of what is not yet', async () => {
    const { did } = await issuer()
    const key = await bank.run((tx) => currentKey(bank.engine, tx, bank.quality, did, true))
    const base: Json = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: did,
      credentialSubject: { id: 'did:example:x' },
    }
    const signed = (more: Json, by = key) => signDocument({ ...base, ...more }, by, '2024-01-01T00:00:00Z')
    expect(await verdictOf(await signed({}))).toBe('valid')
    expect(await verdictOf(await signed({ issuer: didOf(ADDRESS, 'another') }))).toBe('wrong-issuer')
    const own = makeKey()
    const didKey = `did:key:${own.publicKey}`
    const byKey = { id: `${didKey}#${own.publicKey}`, secret: own.secret }
    expect(await verdictOf(await signed({ issuer: { id: didKey, name: bank.institutions.east } }, byKey))).toBe(
      'unknown-issuer',
    )
    expect(await verdictOf(await signed({}, byKey))).toBe('wrong-issuer')
    expect(
      await verdictOf(
        await signed({ issuer: 'did:web:elsewhere.example' }, { ...byKey, id: 'did:web:elsewhere.example#1' }),
      ),
    ).toBe('unknown-issuer')
    const dated = await signed({ validFrom: '2024-01-01T00:00:00Z', validUntil: '2024-12-31T23:59:59+08:00' })
    expect(await verdictOf(dated, new Date('2024-06-01'))).toBe('valid')
    expect(await verdictOf(dated, new Date('2025-06-01'))).toBe('expired')
    expect(await verdictOf(dated, new Date('2023-06-01'))).toBe('not-yet')
    // A vocabulary of its own may call things by each other's names: nothing of it is shown as if it were proven.
    const renamed = await signed({
      '@context': ['https://www.w3.org/ns/credentials/v2', { holder2: 'https://x.example/h' }],
    })
    expect(await verifyCredential(bank.engine, renamed)).toMatchObject({ verdict: 'valid', content: null })
    const deep: unknown = Array.from({ length: 30_000 }).reduce((inner) => ({ '@value': inner }), 'x')
    expect(await verdictOf({ ...dated, credentialSubject: { achievement: { description: deep } } })).toBe('forged')
    for (const wrong of [null, 'text', [], {}, { ...base, type: [] }, { ...base, validFrom: 'now' }])
      expect(await verdictOf(wrong)).toBe('unreadable')
  })

  it('is shown on its page as long as its holder wants; its file verifies all the same', async () => {
    const badge = await issue(await bank.certificate('焊工'))
    const code = badge.page.split('/').at(-2)!
    const seen = () => app.inject({ url: `/api/verify/${code}/${badge.page.split('/').at(-1)}` })
    const text = await textOf(badge)
    const share = (isShared: boolean, learner = bank.learner) =>
      bank.run((tx) => shareBadge(bank.engine, tx, learner, badge.id, isShared))
    await share(false)
    expect((await seen()).json<WireError>().error.message.zh).toContain('没有公开')
    expect((await app.inject({ url: `${badge.address.slice(ADDRESS.length)}.json` })).statusCode).toBe(404)
    expect(
      (await app.inject({ method: 'POST', url: '/api/verify', payload: { credential: text } })).json(),
    ).toMatchObject({ verdict: 'valid' })
    expect((await bank.run((tx) => ownBadge(bank.engine, tx, bank.learner, badge.id))).text).toBe(text)
    await share(true)
    expect((await seen()).json()).toMatchObject({ verdict: 'valid' })
    const another = await bank.add('credit-learners', {
      number: 'XZ-2',
      name: '王示',
      stage: 'worker',
      openedOn: '2024-01-01',
    })
    await expect(share(false, another)).rejects.toMatchObject({ code: 'unknown-record' })
    await expect(bank.run((tx) => ownBadge(bank.engine, tx, another, badge.id))).rejects.toMatchObject({
      code: 'unknown-record',
    })
    for (const door of ['self', 'mine'])
      expect((await app.inject({ url: `/api/badges/${door}/${badge.id}/certificate.png` })).statusCode).toBe(401)
  })

  it('stays with whoever its holder becomes, and leaves the server with their account', async () => {
    const absorbed = await bank.add('credit-learners', {
      number: 'XZ-3',
      name: '焊示工',
      stage: 'worker',
      openedOn: '2024-01-01',
    })
    const outcome = await bank.certificate('电工', { learner: absorbed })
    const badge = await issue(outcome, bank.quality)
    const merger = await bank.add('learner-merges', { number: 'HB-1', kept: bank.learner, absorbed, reason: '同一人' })
    await bank.step(bank.reviewer, 'learner-merges', merger, 'merge')
    const own = () => bank.run((tx) => listBadges(bank.engine, tx, bank.welder, ADDRESS, bank.learner))
    expect((await own()).rows.map(({ id }) => id)).toEqual([badge.id])
    expect((await issue(outcome)).id).toBe(badge.id)
    const text = await textOf(badge)
    const { id: request } = await bank.run((tx) => ask(bank.engine, tx, bank.welder, bank.learner, { kind: 'closing' }))
    await bank.step(bank.reviewer, 'learner-requests', request, 'accept')
    await expect(textOf(badge)).rejects.toMatchObject({ code: 'not-found' })
    const { rows } = await bank.run((tx) => tx.client.query<{ credential: string }>('SELECT credential FROM badges'))
    expect(JSON.stringify(rows)).not.toContain('焊示工')
    // What they kept is still true.
    expect(await verdictOf(JSON.parse(text))).toBe('valid')
    await bank.step(bank.system, 'learning-outcomes', outcome, 'revoke', '有误')
    expect(await verdictOf(JSON.parse(text))).toBe('revoked')
  })

  it('needs no account, only the address, the file or its text', async () => {
    const badge = await issue(await bank.certificate('焊工'))
    const path = (address: string) => address.slice(ADDRESS.length)
    const code = badge.page.split('/').at(-2)!
    const page = await app.inject({ url: `/api/verify/${code}/${badge.page.split('/').at(-1)}` })
    expect(page.json()).toMatchObject({ verdict: 'valid', content: { holder: '焊示工' } })
    const text = (await app.inject({ url: path(badge.address) })).body
    const pasted = await app.inject({ method: 'POST', url: '/api/verify', payload: { credential: text } })
    expect(pasted.json()).toMatchObject({ verdict: 'valid' })
    const png = await app.inject({ url: `${path(badge.address)}.png` })
    expect(png.headers['content-type']).toBe('image/png')
    expect(unbake(png.rawPayload)).toBe(text)
    const send = (bytes: Buffer) => {
      const head =
        '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n'
      return app.inject({
        method: 'POST',
        url: '/api/verify/file',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
      })
    }
    expect((await send(png.rawPayload)).json()).toMatchObject({ verdict: 'valid' })
    expect((await send(Buffer.from('no badge'))).json()).toMatchObject({ verdict: 'unreadable' })
    const large = await send(Buffer.alloc(10 * 1_048_576))
    expect(large.statusCode).toBe(413)
    expect(large.json().error.message.zh).toBe('文件有 10.0 MB，电子证书最大 5.0 MB：请上传从证书页下载的原文件')
    const api = (path: string, payload: object) => app.inject({ method: 'POST', url: `/api/vc/${path}`, payload })
    const verifiableCredential = JSON.parse(text) as Json
    const context = ['https://www.w3.org/ns/credentials/v2']
    const verifiablePresentation = { '@context': context, type: ['VerifiablePresentation'], verifiableCredential }
    expect((await api('credentials/verify', { verifiableCredential })).json()).toMatchObject({ verified: true })
    expect((await api('presentations/verify', { verifiablePresentation })).json()).toMatchObject({ verified: true })
    const changed = { ...verifiableCredential, name: 'x' }
    expect((await api('credentials/verify', { verifiableCredential: changed })).statusCode).toBe(400)
    const within = { ...verifiablePresentation, verifiableCredential: [verifiableCredential, changed] }
    expect((await api('presentations/verify', { verifiablePresentation: within })).statusCode).toBe(400)
    const own = makeKey()
    const method = `did:key:${own.publicKey}#${own.publicKey}`
    const { proof, ...held } = await signDocument(
      verifiablePresentation,
      { id: method, secret: own.secret },
      '2024-01-01T00:00:00Z',
    )
    expect((await api('presentations/verify', { verifiablePresentation: { ...held, proof } })).json()).toMatchObject({
      verified: true,
    })
    expect(
      (await api('presentations/verify', { verifiablePresentation: { ...held, holder: 'did:example:thief', proof } }))
        .statusCode,
    ).toBe(400)
    expect((await api('credentials/issue', { credential: verifiableCredential })).statusCode).toBe(401)
    expect((await app.inject({ url: `/api/verify/${code}/nothing` })).statusCode).toBe(404)
    const did = (await app.inject({ url: `/colleges/${code}/did.json` })).json()
    expect(did.id).toBe((await issuer()).did)
    // Nothing of a private key leaves, and what is kept of it is encrypted.
    const { rows } = await bank.run((tx) =>
      tx.client.query<{ private_key: string }>('SELECT private_key FROM badge_keys'),
    )
    const key = await bank.run(async (tx) => currentKey(bank.engine, tx, bank.quality, (await issuer()).did, true))
    expect(JSON.stringify([did, text, rows])).not.toContain(key.secret)
  })
})

describe('the parts', () => {
  it('write keys and lists as others do', async () => {
    const bytes = Buffer.from([0, 0, 1, 2, 255])
    expect(fromMultibase(toBase58(bytes))).toEqual(bytes)
    for (const wrong of ['', 'z0', 'zIl', 'x123', 7]) expect(fromMultibase(wrong)).toBeNull()
    const { publicKey } = makeKey()
    const theirs = await Ed25519Multikey.from({
      type: 'Multikey',
      id: 'did:example:1',
      controller: 'did:example:1',
      publicKeyMultibase: publicKey,
    })
    expect(theirs.publicKeyMultibase).toBe(publicKey)
    expect(
      createPublicKey({
        key: { kty: 'OKP', crv: 'Ed25519', x: fromMultikey(publicKey)!.toString('base64url') },
        format: 'jwk',
      }).asymmetricKeyType,
    ).toBe('ed25519')
    const list = encodeList([0, 7, 131_071])
    expect([0, 1, 7, 8, 131_071, 131_072].map((place) => isSet(list, place))).toEqual([
      true,
      false,
      true,
      false,
      true,
      null,
    ])
    expect(isSet('unonsense', 1)).toBeNull()
  })

  it('bake a text into a picture and read it again, instead of the one before', async () => {
    const content = contentOf({ name: '证书 & <名称>', issuer: { name: '示例学院' }, credentialSubject: {} }, null)
    const png = await certificatePicture(content, '{"一":1}', `${ADDRESS}/verify/demo/x`)
    expect(unbake(png)).toBe('{"一":1}')
    expect(unbake(bake(png, '{"二":2}'))).toBe('{"二":2}')
    expect(unbake(png.subarray(0, 60))).toBeNull()
    expect(unbake(Buffer.from('no picture'))).toBeNull()
  })

  it('sign what other systems of the college wrote, for its office alone', async () => {
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
      type: ['VerifiableCredential', 'ExampleDegreeCredential'],
      issuer: 'did:example:other',
      credentialSubject: { degree: { type: 'ExampleBachelorDegree', name: '工学学士' } },
    }
    const sign = (actor: Actor, one: Json) => bank.run((tx) => issueCredential(bank.engine, tx, actor, ADDRESS, one))
    expect(await refused(sign(bank.welder, credential))).toContain('以学校名义')
    const signed = await sign(bank.quality, credential)
    expect(signed['issuer']).toBe((await issuer()).did)
    expect(await verdictOf(signed)).toBe('valid')
    expect(await independently(signed)).toMatchObject({ verified: true })
    expect(
      await refused(
        sign(bank.quality, { ...credential, '@context': [credential['@context'][0], 'https://evil.example/c'] }),
      ),
    ).toContain('词汇')
    expect(await refused(sign(asSystem(bank.college.id, 'test'), { ...credential, credentialSubject: [] }))).toContain(
      'credentialSubject',
    )
  })
})
