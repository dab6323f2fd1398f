-- zh: 结转：上年结转与结转下年的申请，及积压率
-- en: Carried over: requests carried in and out, and the backlog
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: new_received | 本年新收 | newly received
-- column: carried_in | 上年结转 | carried in
-- column: carried_out | 结转下年 | carried out
-- column: backlog_share | 结转下年占应办 % | carried out, % of all to be handled
-- column: previous_carried_out | 上年报告的结转下年 | carried out by last year's report
select
  s.report_id as report_id,
  s.body as body,
  s.year as year,
  s.new_received as new_received,
  s.carried_in as carried_in,
  s.carried_out as carried_out,
  round(100.0 * s.carried_out / nullif(s.new_received + s.carried_in, 0), 1) as backlog_share,
  (
    select max(p.carried_out)
    from reports as r
    join reports as l on l.body = r.body and l.year = r.year - 1 and l.scope = r.scope
    join summary as p on p.report_id = l.report_id
    where r.report_id = s.report_id
    group by r.report_id having count(*) = 1 -- two bodies of one name: whose it is cannot be told
  ) as previous_carried_out
from summary as s
where (s.carried_in > 0 or s.carried_out > 0)
  and (:year is null or s.year = :year)
  and (:body is null or instr(s.body, :body) > 0)
order by s.year desc, s.carried_out desc nulls last, coalesce(s.body, ''), s.report_id;
-- when empty:
select
  printf('没有报告写有结转的申请：共 %d 份报告，%d 份两项均写明且为零，%d 份没有完整写明。',
         count(*), count(s.carried_in + s.carried_out), count(*) - count(s.carried_in + s.carried_out)) as zh,
  printf('No report carried requests over: of %d reports, %d say zero for both, %d do not say both.',
         count(*), count(s.carried_in + s.carried_out), count(*) - count(s.carried_in + s.carried_out)) as en
from summary as s
where (:year is null or s.year = :year) and (:body is null or instr(s.body, :body) > 0);
