import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import { fitsProof, type Json, readProof } from './inside/data-integrity.ts'
import { credentialProblems, presentationProblems } from './inside/data-model.ts'
import { keyOfDidKey } from './inside/did.ts'
import { issueCredential } from './inside/issue.ts'
import { verifyCredential } from './inside/verify.ts'

const members = z.record(z.string(), z.unknown())
const issueBody = z.object({ credential: members, options: members.optional() })
const verifyBody = z.object({ verifiableCredential: members, options: members.optional() })
const presentationBody = z.object({ verifiablePresentation: members, options: members.optional() })
const BODY = 262_144

interface Outcome {
  readonly verified: boolean
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** The W3C's VC API: other systems of the college issue and verify with the college's keys. */
export function apiRoutes(app: FastifyInstance, { engine, withActor, addressOf }: ModuleServer): void {
  app.post('/api/vc/credentials/issue', { bodyLimit: BODY }, async (request, reply) => {
    const { credential } = issueBody.parse(request.body)
    const verifiableCredential = await withActor(request, (tx, actor) =>
      issueCredential(engine, tx, actor, addressOf(request), credential),
    )
    return reply.status(201).send({ verifiableCredential })
  })

  app.post('/api/vc/credentials/verify', { bodyLimit: BODY }, async (request, reply) => {
    const { verifiableCredential } = verifyBody.parse(request.body)
    return answer(reply, await credentialOutcome(verifiableCredential))
  })

  app.post('/api/vc/presentations/verify', { bodyLimit: BODY }, async (request, reply) => {
    const { verifiablePresentation, options = {} } = presentationBody.parse(request.body)
    return answer(reply, await presentationOutcome(verifiablePresentation, options))
  })

  /** Who issued it is the caller's to judge: a key that nobody here knows is a warning. */
  async function credentialOutcome(credential: Json): Promise<Outcome> {
    const faults = credentialProblems(credential)
    if (faults.length > 0) return refused(faults.map(({ message }) => message.en))
    const { verdict, label, checks } = await verifyCredential(engine, credential)
    const isSigned = checks.find(({ name }) => name === 'signature')?.ok === true
    if (verdict === 'valid') return { verified: true, errors: [], warnings: [] }
    return verdict === 'unknown-issuer' && isSigned
      ? { verified: true, errors: [], warnings: [label.en] }
      : refused([label.en])
  }

  async function presentationOutcome(presentation: Json, options: Json): Promise<Outcome> {
    const faults = presentationProblems(presentation)
    if (faults.length > 0) return refused(faults.map(({ message }) => message.en))
    const proof = [presentation['proof']].flat().map(readProof)[0]
    // A presentation may be unsigned; what is signed must be right, and be made for whoever asks.
    if (presentation['proof'] !== undefined) {
      const key = proof ? keyOfDidKey(proof.verificationMethod) : null
      if (!proof || key === null) return refused(['The proof of the presentation cannot be verified here'])
      for (const name of ['challenge', 'domain'])
        if (options[name] !== undefined && proof[name] !== undefined && options[name] !== proof[name])
          return refused([`The presentation was made for another ${name}`])
      const isRight = await fitsProof(presentation, proof, key).catch(() => false)
      if (!isRight) return refused(['The proof of the presentation does not fit'])
    }
    const outcomes: Outcome[] = []
    for (const credential of [presentation['verifiableCredential'] ?? []].flat())
      outcomes.push(await credentialOutcome(credential as Json))
    return {
      verified: outcomes.every(({ verified }) => verified),
      errors: outcomes.flatMap(({ errors }) => errors),
      warnings: outcomes.flatMap(({ warnings }) => warnings),
    }
  }
}

const refused = (errors: readonly string[]): Outcome => ({ verified: false, errors, warnings: [] })

const answer = (reply: FastifyReply, outcome: Outcome) => reply.status(outcome.verified ? 200 : 400).send(outcome)
