# As temporalio/admin-tools, as far as docker-compose.yml needs it.
FROM cloud-licensing-base/debian
COPY temporal-sql-tool /usr/local/bin/temporal-sql-tool
COPY schema /etc/temporal/schema
RUN useradd --uid 1000 temporal
USER temporal
