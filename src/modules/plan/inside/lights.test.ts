import { describe, expect, it } from 'vitest'
import { type Judged, lightOf } from './lights.ts'

const AS_OF = '2021-06-30'
/** Half of its time has passed, and it is half done. */
const task: Judged = {
  kind: 'leaf',
  from: '2021-01-01',
  to: '2021-12-27',
  leaves: 1,
  completed: 0,
  progress: '50.00',
  reported: '2021-06',
  achieved: null,
  used: null,
  owner: { id: 'a', name: '某人' },
}
const light = (change: Partial<Judged>) => {
  const { colour, reasons } = lightOf({ ...task, ...change }, AS_OF)
  return [colour, ...reasons.map((reason) => reason.zh)]
}

describe('a traffic light', () => {
  it('is green on time and when done', () => {
    expect(light({})).toEqual(['green', '进度正常'])
    expect(light({ completed: 1, progress: '100.00', to: '2021-05-31', reported: '2021-01' })).toEqual([
      'green',
      '已完成',
    ])
  })

  it('turns with the distance between time and progress', () => {
    expect(light({ progress: '36.00' })).toEqual(['green', '进度正常'])
    expect(light({ progress: '30.00' })).toEqual(['yellow', '时间过去 50%，进度 30.00%'])
    expect(light({ progress: '10.00' })).toEqual(['red', '时间过去 50%，进度 10.00%'])
  })

  it('is red after its day, and says so once', () => {
    expect(light({ to: '2021-06-20', progress: '95.00' })).toEqual(['red', '已超期 10 天，进度 95.00%'])
    expect(light({ to: AS_OF, progress: '95.00' })).toEqual(['green', '进度正常'])
  })

  it('is red when the money is spent and the target far: 90 % and 40 %', () => {
    expect(light({ used: '90.00', achieved: '40.00' })).toEqual(['red', '资金已用 90.00%，目标达成 40.00%'])
    expect(light({ used: '89.99', achieved: '40.00' })).toEqual(['yellow', '资金已用 89.99%，目标达成 40.00%'])
    expect(light({ used: '60.00', achieved: '40.00' })).toEqual(['green', '进度正常'])
    // Progress does not make up for what is not achieved.
    expect(light({ used: '98.00', achieved: '10.00', completed: 1, progress: '100.00' })).toEqual([
      'red',
      '资金已用 98.00%，目标达成 10.00%',
    ])
  })

  it('says nothing of money without a budget or without a measured target', () => {
    expect(light({ used: null, achieved: '0.00' })).toEqual(['green', '进度正常'])
    expect(light({ used: '100.00', achieved: null })).toEqual(['green', '进度正常'])
  })

  it('is yellow when nobody owns or reports it', () => {
    expect(light({ owner: null })).toEqual(['yellow', '没有负责人'])
    expect(light({ reported: '2021-03' })).toEqual(['yellow', '3 个月没有审定的进度'])
    expect(light({ reported: null })).toEqual(['yellow', '5 个月没有审定的进度'])
    expect(light({ kind: 'task', owner: null, reported: null })).toEqual(['green', '进度正常'])
  })

  it('gives every reason, the gravest first', () => {
    expect(light({ owner: null, used: '95.00', achieved: '20.00' })).toEqual([
      'red',
      '资金已用 95.00%，目标达成 20.00%',
      '没有负责人',
    ])
  })

  it('is grey before it begins and where nothing can be done', () => {
    expect(light({ from: '2021-07-01', progress: '0.00', reported: null })).toEqual(['grey', '尚未开始'])
    expect(light({ leaves: 0, progress: null })).toEqual(['grey', '下面没有任务点'])
  })
})
