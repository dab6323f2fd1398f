-- zh: 不予公开、无法提供、不予处理的各项理由：合计、占比与写明的报告数
-- en: Grounds of denial, of what was unavailable and of refusal: sums, shares and coverage
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- param: scope text {own, unknown, roll_up} | 口径；不给则不计汇总口径的报告 | scope; without it roll-ups are left out
-- column: kind | 类别 | group
-- column: outcome {en} | 代码 | code
-- column: label {zh} | 理由 | ground
-- column: total | 合计 | sum
-- column: share | 占三类合计 % | share %
-- column: reports_with_any | 有此理由的报告 | with any
-- column: reports_saying | 写明的报告 | saying
-- column: reports_silent | 未写明的报告 | silent
with said as materialized (
  select
    q.outcome as outcome,
    sum(q.total) as total,
    count(q.total) as reports,
    count(*) filter (where q.total > 0) as with_any
  from requests as q
  join reports as r on r.report_id = q.report_id
  where (:year is null or q.year = :year) and (:body is null or instr(q.body, :body) > 0)
    and iif(:scope is null, r.scope <> 'roll_up', r.scope = :scope)
  group by q.outcome
),
asked as (
  select count(*) as reports
  from reports as r
  where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0)
    and iif(:scope is null, r.scope <> 'roll_up', r.scope = :scope)
)
select
  o.group_code as kind,
  o.code as outcome,
  o.zh as label,
  s.total as total,
  round(100.0 * s.total / nullif(sum(s.total) over (), 0), 1) as share,
  coalesce(s.with_any, 0) as reports_with_any,
  coalesce(s.reports, 0) as reports_saying,
  a.reports - coalesce(s.reports, 0) as reports_silent
from outcome as o
cross join asked as a
left join said as s on s.outcome = o.code
where o.group_code in ('denied', 'unavailable', 'refused') and a.reports > 0
order by o.position;
-- when empty:
select
  iif(count(*) = 0, '档案库里还没有报告。',
      printf('没有符合条件的报告（汇总口径的不计，见 --scope）；档案库里共 %d 份，年度 %s–%s。', count(*), coalesce(min(r.year), '?'),
             coalesce(max(r.year), '?'))) as zh,
  iif(count(*) = 0, 'The archive holds no report yet.',
      printf('No report fits (roll-ups are left out, see --scope); the archive holds %d, of the years %s to %s.', count(*), coalesce(min(r.year), '?'),
             coalesce(max(r.year), '?'))) as en
from reports as r;
