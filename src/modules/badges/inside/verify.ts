import type { Engine } from '../../../engine/engine.ts'
import type { Label } from '../../../language/label.ts'
import type { Verdict, WireCheckedPoint, WireVerification } from '../wire.ts'
import { contentOf } from './badge-content.ts'
import { fitsProof, type Json, NotLinkedData, readProof } from './data-integrity.ts'
import { credentialProblems } from './data-model.ts'
import { controllerOf } from './did.ts'
import { findIssuer } from './find-issuer.ts'

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A vocabulary of its own may call things by each other's names: what is signed stays the same, and a person reads
 * something else. Only what is written in published vocabularies is shown.
 */
const hasKnownWords = ({ '@context': context }: Json): boolean =>
  Array.isArray(context) && context.every((one) => typeof one === 'string')

const POINTS: Readonly<Record<WireCheckedPoint['name'], Label>> = {
  form: { zh: '是一份完整的电子证书', en: 'It is a complete credential' },
  signature: { zh: '内容自签发后未被改动', en: 'It is as it was signed' },
  issuer: { zh: '由证书上写明的机构签发', en: 'It was signed by whom it names' },
  period: { zh: '在有效期内', en: 'It is within its period' },
  status: { zh: '没有被撤销', en: 'It was not revoked' },
}
const ORDER = ['form', 'signature', 'issuer', 'period', 'status'] as const

/**
 * Verifies a credential against the issuers on this server, without an account and without the network.
 * @param now a moment; a test gives its own
 */
export async function verifyCredential(engine: Engine, input: unknown, now = new Date()): Promise<WireVerification> {
  const known: { college: string | null } = { college: null }
  const points = new Map<WireCheckedPoint['name'], boolean>()
  const answer = (verdict: Verdict, zh: string, en: string): WireVerification => ({
    verdict,
    label: { zh, en },
    checks: ORDER.map((name) => ({ name, ok: points.get(name) ?? null, label: POINTS[name] })),
    content:
      isObject(input) && verdict !== 'unreadable' && hasKnownWords(input) ? contentOf(input, known.college) : null,
    at: now.toISOString(),
  })

  if (!isObject(input)) {
    points.set('form', false)
    return answer(
      'unreadable',
      '读不出电子证书：请上传从证书页下载的 PNG 图片或 JSON，或完整粘贴其内容',
      'This is no credential: send the PNG or JSON that was downloaded, or paste all of it',
    )
  }
  const [fault] = credentialProblems(input)
  points.set('form', fault === undefined)
  if (fault)
    return answer(
      'unreadable',
      `不是有效的电子证书：${fault.message.zh}`,
      `This is no valid credential: ${fault.message.en}`,
    )

  const proofs = [input['proof']].flat()
  const proof = proofs.map(readProof).find((one) => one !== null)
  if (!proof || proof.proofPurpose !== 'assertionMethod') {
    points.set('signature', false)
    return answer(
      'forged',
      '没有可以核验的签名：任何人都能写出这样的内容，请勿采信',
      'It has no signature that can be verified: anybody could have written this. Do not rely on it',
    )
  }
  const named = isObject(input['issuer']) ? String(input['issuer']['id']) : String(input['issuer'])
  const issuer = await findIssuer(engine, proof.verificationMethod, input)
  if (issuer === 'unknown-issuer') {
    points.set('issuer', false)
    return answer(
      'unknown-issuer',
      `颁发者 ${named} 没有在本平台登记，无法核验：请不要只凭证书上的名称采信，向颁发机构核实`,
      `The issuer ${named} is not known here and cannot be verified: do not rely on the name alone, ask the issuer`,
    )
  }
  let isSigned = false
  let why: Label = { zh: '签名与内容不符', en: 'the signature does not fit what it says' }
  if (issuer === 'unknown-key')
    why = { zh: '签名所用的密钥不是颁发者的', en: 'it was signed with a key that is not the issuer’s' }
  else
    try {
      isSigned = await fitsProof(input, proof, issuer.key)
    } catch (error) {
      why =
        error instanceof NotLinkedData && error.vocabulary !== null
          ? { zh: `使用了不认识的词汇 ${error.vocabulary}`, en: `it uses the unknown vocabulary ${error.vocabulary}` }
          : {
              zh: '含有未定义的内容，不在签名之内',
              en: 'it contains what no vocabulary defines, hence no signature covers',
            }
    }
  points.set('signature', isSigned)
  if (!isSigned || issuer === 'unknown-key')
    return answer(
      'forged',
      `证书是伪造的，或签发后被改动过（${why.zh}）：请勿采信`,
      `It is forged, or was changed after it was issued (${why.en}). Do not rely on it`,
    )
  points.set('issuer', controllerOf(proof.verificationMethod) === named)
  if (!points.get('issuer'))
    return answer(
      'wrong-issuer',
      `证书写明由 ${named} 颁发，签名却是 ${issuer.college?.name ?? controllerOf(proof.verificationMethod)} 的：请勿采信`,
      `It says that ${named} issued it, and was signed by ${issuer.college?.name ?? controllerOf(proof.verificationMethod)}: do not rely on it`,
    )
  if (issuer.college === null) {
    points.set('issuer', false)
    return answer(
      'unknown-issuer',
      '签名本身无误，但颁发者只有一把密钥，没有在本平台登记：无法知道是谁，请向颁发机构核实',
      'The signature is right, but the issuer is nothing but a key and not known here: nobody can say who it is',
    )
  }
  known.college = issuer.college.name
  const [from, until] = [input['validFrom'], input['validUntil'] ?? proof['expires']].map((moment) =>
    moment === undefined ? null : Date.parse(String(moment)),
  )
  const isOver = until !== null && until !== undefined && until < now.getTime()
  const isEarly = from !== null && from !== undefined && from > now.getTime()
  points.set('period', !isOver && !isEarly)
  const { revoked } = issuer
  points.set('status', revoked === null)
  if (revoked)
    return answer(
      'revoked',
      `证书已于 ${revoked.at.slice(0, 10)} 被颁发机构撤销${revoked.reason ? `（${revoked.reason}）` : ''}，不再有效`,
      `The issuer revoked it on ${revoked.at.slice(0, 10)}${revoked.reason ? ` (${revoked.reason})` : ''}: it is no longer valid`,
    )
  if (isOver)
    return answer(
      'expired',
      `证书是真的，但已于 ${new Date(until).toISOString().slice(0, 10)} 过期`,
      `It is genuine, and ran out on ${new Date(until).toISOString().slice(0, 10)}`,
    )
  if (isEarly)
    return answer(
      'not-yet',
      `证书是真的，但从 ${new Date(from).toISOString().slice(0, 10)} 起才生效`,
      `It is genuine, and valid from ${new Date(from).toISOString().slice(0, 10)} only`,
    )
  return answer('valid', `证书有效，由${issuer.college.name}颁发`, `It is valid, issued by ${issuer.college.name}`)
}
