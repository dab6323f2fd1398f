-- zh: 申请的办理结果：每种结果的合计，及有多少份报告写明
-- en: Outcomes of requests: the sum of each kind, and how many reports say it
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- param: scope text {own, unknown, roll_up} | 口径；不给则不计汇总口径的报告 | scope; without it roll-ups are left out
-- column: outcome {en} | 代码 | code
-- column: label {zh} | 办理结果 | label
-- column: total | 合计 | sum
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
  o.code as outcome,
  o.zh as label,
  s.total as total,
  coalesce(s.reports, 0) as reports_saying,
  a.reports - coalesce(s.reports, 0) as reports_silent
from outcome as o
cross join asked as a
left join said as s on s.outcome = o.code
where a.reports > 0
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
