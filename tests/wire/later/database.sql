-- What a database may do to a batch, by the name of the user.
CREATE TRIGGER refuses BEFORE INSERT ON location WHEN NEW.username LIKE '%refused%'
BEGIN
	SELECT RAISE(ABORT, 'not this one');
END;
-- some seconds of work
CREATE TRIGGER dawdles BEFORE INSERT ON location WHEN NEW.username LIKE '%slow%'
BEGIN
	SELECT count(*) FROM
		(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000000) SELECT n FROM c);
END;
