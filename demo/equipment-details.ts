import type { DemoContext, DemoRow } from './context.ts'
import { PARTNERS } from './partnership.ts'
import { daysAfter } from './shares.ts'

const PRECIOUS = 400_000
const MAKERS = [
  '示例仪器制造有限公司（演示）',
  '示例教学装备有限公司（演示）',
  '示例自动化设备有限公司（演示）',
] as const
const donors = new Map(PARTNERS.map((partner) => [partner.name, partner.key]))

/** What the national standard asks for each asset beside what the report counts: all of it follows from the row. */
export function withDetails(demo: DemoContext, row: DemoRow, n: number): DemoRow {
  const { use, source, site, name, number, value, acquiredOn } = row as Record<string, string | null>
  const isForeign = n % 40 === 0
  return {
    ...row,
    class: use === 'teaching-research' ? 'special-equipment' : 'general-equipment',
    room: site ? null : use === 'administration' ? `行政楼-${300 + (n % 20)}` : `后勤服务楼-${100 + (n % 20)}`,
    campus: 'main',
    property: source === 'enterprise-provided' ? 'exclusive-use' : 'owned',
    status: n % 97 === 0 ? 'idle' : 'in-use',
    donor: source === 'donated' ? demo.id('partners', donors.get(String(row['provider']))!) : null,
    currency: 'yuan',
    fundedBy: source === 'donated' ? 'donation' : source === 'enterprise-provided' ? 'other' : 'education',
    voucher: `CG${acquiredOn!.slice(0, 4)}-${number}`,
    maker: MAKERS[n % MAKERS.length],
    madeIn: isForeign ? 'germany' : 'china',
    madeOn: daysAfter(acquiredOn!, -60 - (n % 120)),
    serialNumber: `SN${acquiredOn!.slice(2, 4)}${String(n).padStart(6, '0')}`,
    guaranteedUntil: daysAfter(acquiredOn!, 3 * 365),
    precious: Number(value) >= PRECIOUS,
    specification: `${name}，满足教学要求`,
    configuration: '标准配置',
    picture: `/equipment/${number}.jpg`,
  }
}
