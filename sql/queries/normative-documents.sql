-- zh: 规章和行政规范性文件：制发、废止、现行有效（2019年格式：新制作、新公开、对外公开总数）
-- en: Regulations and normative documents: issued, repealed, in force (form of 2019: made, newly disclosed, disclosed)
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: item | 信息内容 | item
-- column: issued | 本年制发 | issued
-- column: repealed | 本年废止 | repealed
-- column: in_force | 现行有效 | in force
-- column: created | 本年新制作 | newly made
-- column: newly_disclosed | 本年新公开 | newly disclosed
-- column: total_disclosed | 对外公开总数 | disclosed in all
select
  d.report_id as report_id,
  d.body as body,
  d.year as year,
  d.item as item,
  max(d.value) filter (where d.measure = 'issued') as issued,
  max(d.value) filter (where d.measure = 'repealed') as repealed,
  max(d.value) filter (where d.measure = 'in_force') as in_force,
  max(d.value) filter (where d.measure = 'created') as created,
  max(d.value) filter (where d.measure = 'newly_disclosed') as newly_disclosed,
  max(d.value) filter (where d.measure = 'total_disclosed') as total_disclosed
from disclosure as d
where d.item in ('regulations', 'normative_documents')
  and (:year is null or d.year = :year)
  and (:body is null or instr(d.body, :body) > 0)
group by d.report_id, d.body, d.year, d.item
order by d.year desc, coalesce(d.body, ''), d.report_id, d.item desc;
-- when empty:
select
  printf('没有符合条件的报告写有规章或规范性文件：符合条件的报告共 %d 份。', count(*)) as zh,
  printf('No report that fits has a row of regulations or normative documents; %d reports fit.', count(*)) as en
from reports as r
where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0);
