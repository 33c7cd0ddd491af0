import { asSystem } from '../../engine/access/actor.ts'
import { defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import { dropPackage, getPackage, keepPackage, packagePath } from './inside/proof/packages.ts'
import { writePackage } from './inside/proof/write-package.ts'

interface PackageData extends Record<string, unknown> {
  /** Id of the record that the package is kept under. */
  readonly package: string
}

/** Begins anew after a crash: a package appears only when it is whole. */
export const packageJob = defineJob({
  name: 'plan-evidence-package',
  label: { zh: '生成佐证包', en: 'Making an evidence package' },
  retries: 2,
  slow: true,
  async run({ engine, college, data, signal, progress }: JobContext<PackageData>) {
    const actor = asSystem(college, '生成佐证包')
    const record = await engine.database.inCollege(college, (tx) => getPackage(engine, tx, actor, data.package))
    if (record.state !== 'waiting') return { files: 0, problems: 0 }
    const { files, problems, bytes, digest } = await writePackage(engine, actor, {
      college,
      plan: String(record.values['plan']),
      out: packagePath(engine, college, data.package),
      signal,
      progress,
    })
    const isWanted = await engine.database.inCollege(college, async (tx) => {
      const { state } = await getPackage(engine, tx, actor, data.package)
      if (state !== 'waiting') return false
      await keepPackage(engine, tx, data.package, { files, problems, bytes: String(bytes), digest }, 'finish')
      return true
    })
    // Cancelled in the last moment: nobody will fetch it.
    if (!isWanted) await dropPackage(engine, college, data.package)
    return { files, problems }
  },
  tell: ({ files, problems }) => ({
    zh: `文件 ${files} 个，缺失或不符 ${problems} 个`,
    en: `${files} files, ${problems} missing or changed`,
  }),
})
