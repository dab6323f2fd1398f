-- Full-text search by number alone (docs/decisions/0007-section-ids.md).
--
-- A report gets its place among those of its year, bits 22 and up the year counted from 1899 or 0; a section's id becomes
-- that place and its kind in the order of the form, bits 0–2. src/archive/search/section_id.hpp is their owner.

drop table section_fts;
drop view section_document;

alter table report add column place integer;
create temp table placed as
select id, (coalesce(year - 1899, 0) << 22) + row_number() over (partition by coalesce(year - 1899, 0) order by id) as place
from report;
update report set place = p.place from placed as p where p.id = report.id;
drop table placed;
create unique index report_place on report (place);
create index report_superseded on report (superseded_by) where superseded_by is not null;

create temp table renumbered as
select
  (r.place << 3) + case s.kind
    when 'preface' then 0
    when 'overview' then 1
    when 'disclosure' then 2
    when 'requests' then 3
    when 'disputes' then 4
    when 'improvements' then 5
    when 'other_matters' then 6
  end as id,
  s.report_id,
  s.kind,
  s.heading,
  s.text,
  s.line
from section as s
join report as r on r.id = s.report_id;

delete from section;
insert or ignore into section (id, report_id, kind, heading, text, line)
select id, report_id, kind, heading, text, line from renumbered order by id;
drop table renumbered;

-- One row a section of a current report, one column a kind, so that a search can be held to a kind. FTS5 spends two bytes
-- on every entry of a column that is not the first: the longest section comes first.
create view section_document as
select
  s.id as id,
  case when s.kind = 'overview' then s.text end as overview,
  case when s.kind = 'improvements' then s.text end as improvements,
  case when s.kind = 'requests' then s.text end as requests,
  case when s.kind = 'preface' then s.text end as preface,
  case when s.kind = 'other_matters' then s.text end as other_matters,
  case when s.kind = 'disclosure' then s.text end as disclosure,
  case when s.kind = 'disputes' then s.text end as disputes
from section as s
join report as r on r.id = s.report_id
where r.superseded_by is null;

create virtual table section_fts using fts5 (
  overview, improvements, requests, preface, other_matters, disclosure, disputes,
  content = 'section_document', content_rowid = 'id', tokenize = 'nianbao'
);

-- Fewer and larger merges while loading; finish_writing() merges all at the end.
insert into section_fts (section_fts, rank) values ('hashsize', 8388608);
insert into section_fts (section_fts, rank) values ('automerge', 16);
insert into section_fts (section_fts, rank) values ('crisismerge', 64);
insert into section_fts (section_fts) values ('rebuild');
