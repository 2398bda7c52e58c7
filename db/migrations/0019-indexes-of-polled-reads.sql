-- The inbox is read newest first, by the order of its ids: a page is the end of this index.
create index notices_inbox on notices (person, id) where channel = 'inApp';
drop index notices_of_person;

-- What a committee recorded at its meetings is counted each time its year is looked at.
create index applications_by_committee on applications (programme, committee) where committee is not null;
