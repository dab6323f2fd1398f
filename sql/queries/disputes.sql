-- zh: 有行政复议或行政诉讼的机关：每机关每年一行，三种途径的各项结果
-- en: Bodies with reconsideration or litigation: one row a body and year, the results of each of the three routes
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: reconsideration_upheld | 复议维持 | reconsideration upheld
-- column: reconsideration_corrected | 复议纠正 | reconsideration corrected
-- column: reconsideration_other | 复议其他 | reconsideration other
-- column: reconsideration_pending | 复议未审结 | reconsideration pending
-- column: reconsideration_total | 复议总计 | reconsideration total
-- column: direct_upheld | 直接起诉维持 | direct litigation upheld
-- column: direct_corrected | 直接起诉纠正 | direct litigation corrected
-- column: direct_other | 直接起诉其他 | direct litigation other
-- column: direct_pending | 直接起诉未审结 | direct litigation pending
-- column: direct_total | 直接起诉总计 | direct litigation total
-- column: after_upheld | 复议后起诉维持 | litigation after reconsideration upheld
-- column: after_corrected | 复议后起诉纠正 | litigation after reconsideration corrected
-- column: after_other | 复议后起诉其他 | litigation after reconsideration other
-- column: after_pending | 复议后起诉未审结 | litigation after reconsideration pending
-- column: after_total | 复议后起诉总计 | litigation after reconsideration total
select
  d.report_id as report_id,
  d.body as body,
  d.year as year,
  max(d.upheld) filter (where d.route = 'reconsideration') as reconsideration_upheld,
  max(d.corrected) filter (where d.route = 'reconsideration') as reconsideration_corrected,
  max(d.other) filter (where d.route = 'reconsideration') as reconsideration_other,
  max(d.pending) filter (where d.route = 'reconsideration') as reconsideration_pending,
  max(d.total) filter (where d.route = 'reconsideration') as reconsideration_total,
  max(d.upheld) filter (where d.route = 'litigation_direct') as direct_upheld,
  max(d.corrected) filter (where d.route = 'litigation_direct') as direct_corrected,
  max(d.other) filter (where d.route = 'litigation_direct') as direct_other,
  max(d.pending) filter (where d.route = 'litigation_direct') as direct_pending,
  max(d.total) filter (where d.route = 'litigation_direct') as direct_total,
  max(d.upheld) filter (where d.route = 'litigation_after_reconsideration') as after_upheld,
  max(d.corrected) filter (where d.route = 'litigation_after_reconsideration') as after_corrected,
  max(d.other) filter (where d.route = 'litigation_after_reconsideration') as after_other,
  max(d.pending) filter (where d.route = 'litigation_after_reconsideration') as after_pending,
  max(d.total) filter (where d.route = 'litigation_after_reconsideration') as after_total
-- The few reports with any dispute first, by the partial index; then the three rows of each.
from (
  select distinct a.report_id as report_id
  from disputes as a
  where (a.total > 0 or a.upheld > 0 or a.corrected > 0 or a.other > 0 or a.pending > 0)
    and (:year is null or a.year = :year)
    and (:body is null or instr(a.body, :body) > 0)
) as hit
cross join disputes as d on d.report_id = hit.report_id
group by d.report_id, d.body, d.year
order by d.year desc, coalesce(d.body, ''), d.report_id;
-- when empty:
with said as (
  select
    r.report_id,
    (select count(d.total) from disputes as d where d.report_id = r.report_id) as totals
  from reports as r
  where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0)
)
select
  printf('没有报告写有行政复议或行政诉讼：共 %d 份报告，%d 份三种途径均写明且为零，%d 份没有完整写明。',
         count(*), count(*) filter (where totals = 3), count(*) filter (where totals < 3)) as zh,
  printf('No report has reconsideration or litigation: of %d reports, %d say zero for all three routes, %d do not say all.',
         count(*), count(*) filter (where totals = 3), count(*) filter (where totals < 3)) as en
from said;
