# As temporalio/ui.
FROM cloud-licensing-base/debian
RUN useradd --uid 5000 --create-home --home-dir /home/ui-server temporal
WORKDIR /home/ui-server
COPY ui-server ui-server
COPY config config
USER temporal
CMD ["./ui-server", "--env", "docker", "start"]
