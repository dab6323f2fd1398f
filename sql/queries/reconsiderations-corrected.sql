-- zh: 行政复议被纠正的机关，及纠正占已审结的比例
-- en: Bodies that reconsideration corrected, and the share of the decided cases
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: corrected | 结果纠正 | corrected
-- column: upheld | 结果维持 | upheld
-- column: other | 其他结果 | other result
-- column: pending | 尚未审结 | pending
-- column: total | 总计 | total
-- column: corrected_share | 纠正占已审结 % | corrected, % of decided
select
  d.report_id as report_id,
  d.body as body,
  d.year as year,
  d.corrected as corrected,
  d.upheld as upheld,
  d.other as other,
  d.pending as pending,
  d.total as total,
  round(100.0 * d.corrected / (d.upheld + d.corrected + d.other), 1) as corrected_share
from disputes as d
where d.route = 'reconsideration'
  and d.corrected > 0
  and (:year is null or d.year = :year)
  and (:body is null or instr(d.body, :body) > 0)
order by d.corrected desc, d.year desc, coalesce(d.body, ''), d.report_id;
-- when empty:
select
  printf('没有报告写有行政复议结果纠正：共 %d 份报告，%d 份写明这一项，均为零；%d 份没有写明。',
         count(*), count(s.reconsiderations_corrected), count(*) - count(s.reconsiderations_corrected)) as zh,
  printf('No report has a reconsideration that corrected: of %d reports, %d say so with zero; %d do not say.',
         count(*), count(s.reconsiderations_corrected), count(*) - count(s.reconsiderations_corrected)) as en
from summary as s
where (:year is null or s.year = :year) and (:body is null or instr(s.body, :body) > 0);
