import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Stored } from '../../../engine/records/stored.ts'
import type { WireComparison } from '../wire.ts'
import { type ComparedItem, compareItems } from './compare.ts'
import { keptFramework, openFramework, recordsOf } from './load-framework.ts'
import { frameworkById } from './show-framework.ts'
import { writePackage } from './write-package.ts'

/**
 * The CASE 1.1 package of a framework, drafts too, for whoever may see it.
 * @param base address of the CASE service, without a slash at its end
 * @throws Refusal 404
 */
export async function exportCase(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  base: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const framework = await openFramework(engine, tx, actor, id)
  const whole = writePackage(await keptFramework(engine, tx, framework), base)
  return {
    name: `${String(framework.values['name'])}-${String(framework.values['edition'])}`,
    text: JSON.stringify(whole, null, 2),
  }
}

const compared = ({ id, values }: Stored): ComparedItem => ({
  id,
  number: String(values['number']),
  code: values['code'] as string | null,
  kind: String(values['kind']),
  statement: String(values['statement']),
  notes: values['notes'] as string | null,
  parent: values['parent'] as string | null,
})

/** What differs between two frameworks, usually versions of one. @throws Refusal 404 */
export async function compareFrameworks(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  before: string,
  after: string,
): Promise<WireComparison> {
  const items = async (id: string) => {
    await openFramework(engine, tx, actor, id)
    return (await recordsOf(engine, tx, 'framework-items', id)).map(compared)
  }
  return {
    before: await frameworkById(engine, tx, actor, before),
    after: await frameworkById(engine, tx, actor, after),
    ...compareItems(await items(before), await items(after)),
  }
}
