import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import type { WirePage } from '../../../language/wire.ts'
import { api, upload } from '../../../web/kit/api.ts'
import { DropZone } from '../../../web/kit/drop-zone.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireDemand, WireMatch, WireProgramme } from '../wire.ts'
import { DemandReport } from './demand-report.tsx'
import { MatchHistory } from './match-history.tsx'
import { Matched } from './matched.tsx'
import { PlanCompare } from './plan-compare.tsx'
import type { AskedPlan } from './asked-plan.ts'
import { SkillDrawer } from './skill-drawer.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

/** A major's plan, or one dropped in, held against what its occupations ask for, with the evidence of both sides. */
export function MatchTab({ mayKeep }: { readonly mayKeep: boolean }) {
  const t = useAbilityTexts()
  const [code, setCode] = useState('')
  const [city, setCity] = useState('*')
  const [major, setMajor] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [shown, setShown] = useState<{ readonly asked: AskedPlan; readonly match: WireMatch }>()
  const [open, setOpen] = useState<string>()
  const majors = useQuery({
    queryKey: ['ability', 'majors'],
    queryFn: ({ signal }) => api.get<WirePage>('/registers/majors?limit=200', signal),
  })
  const programmes = useQuery({
    queryKey: ['ability', 'programmes', major],
    queryFn: ({ signal }) => api.get<WireProgramme[]>(`/ability/programmes?major=${major}`, signal),
    enabled: major !== undefined,
  })
  const demand = useQuery({
    queryKey: ['ability', 'demand', {}],
    queryFn: ({ signal }) => api.get<WireDemand>('/ability/demand?', signal),
  })
  const cities = (demand.data?.cities ?? []).filter(({ key }) => key !== '')
  async function compare(order: () => Promise<AskedPlan>, place = city) {
    setBusy(true)
    setError(undefined)
    try {
      const asked = await order()
      const where = place === '*' ? {} : { city: place }
      setShown({ asked, match: await api.post<WireMatch>('/ability/match', { ...asked, ...where }) })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const typed = /^\d{6}$/.test(code) ? { code } : {}
  const options = (majors.data?.rows ?? []).map(({ id, values }) => ({
    value: id,
    label: `${String(values['name'] ?? '')}（${String(values['code'] ?? '')}）`,
  }))
  const where = city === '*' ? {} : { city }
  return (
    <>
      <div className="ability-match-ask">
        <label>
          <span>{t('match.choose')}</span>
          <Select
            aria-label={t('match.choose')}
            showSearch={{ optionFilterProp: 'label' }}
            options={options}
            {...(major === undefined ? {} : { value: major })}
            onChange={(id: string) => {
              setMajor(id)
              void compare(async () => ({ major: id }))
            }}
            placeholder={t('match.plan')}
            popupMatchSelectWidth={false}
          />
        </label>
        <label>
          <span>{t('city')}</span>
          <Select
            aria-label={t('city')}
            value={city}
            onChange={(place: string) => {
              setCity(place)
              if (shown) void compare(async () => shown.asked, place)
            }}
            options={[
              { value: '*', label: t('city.all') },
              ...cities.map(({ key, name, n }) => ({ value: key, label: `${name}（${n}）` })),
            ]}
            popupMatchSelectWidth={false}
          />
        </label>
        <label>
          <span>{t('match.code')}</span>
          <Input
            value={code}
            onChange={({ target }) => setCode(target.value.trim())}
            placeholder="510203"
            maxLength={6}
          />
        </label>
        <DropZone
          text={t('match.file')}
          hint={t('match.file.hint')}
          accept=".docx,.pdf,.txt,.md,.json"
          onFile={(file) =>
            void compare(async () => {
              const { sha256 } = await upload<FileRef>('/files', file)
              return { ...typed, file: { sha256, fileName: file.name } }
            })
          }
        />
      </div>
      {programmes.data && programmes.data.length > 0 && (
        <div className="ability-filters">
          <Select
            aria-label={t('match.version')}
            value={shown?.asked.programme ?? ''}
            onChange={(id: string) => void compare(async () => (id === '' ? { major: major! } : { programme: id }))}
            options={[
              { value: '', label: t('match.version.all') },
              ...programmes.data.map(({ id, name, grade }) => ({
                value: id,
                label: t('match.version.of', { grade, name }),
              })),
            ]}
            popupMatchSelectWidth={false}
            className="ability-wide"
          />
        </div>
      )}
      {error !== undefined && <ErrorState error={error} what={t('match.failed')} />}
      {busy && <Loading />}
      {!busy && !shown && error === undefined && <p className="ability-small">{t('match.begin')}</p>}
      {shown && !busy && (
        <>
          <Matched match={shown.match} onOpen={setOpen} />
          <PlanCompare
            key={JSON.stringify(shown.asked)}
            later={shown.asked}
            programmes={programmes.data ?? []}
            city={where}
            onOpen={setOpen}
          />
          {shown.match.code !== '' && (
            <>
              <DemandReport code={shown.match.code} asked={{ ...shown.asked, ...where }} mayMake={mayKeep} />
              <MatchHistory code={shown.match.code} asked={{ ...shown.asked, ...where }} mayKeep={mayKeep} />
            </>
          )}
        </>
      )}
      {open !== undefined && shown && (
        <SkillDrawer
          skill={open}
          narrow={{ classes: shown.match.occupations.map(({ key }) => key).join(','), ...where }}
          onSkill={setOpen}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
